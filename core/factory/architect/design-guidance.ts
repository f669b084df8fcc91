/** What a model is told about design; the same for all stacks. */
export const DESIGN_GUIDANCE = `Design:
- Type: the system font; 1rem for text, 0.875rem for notes, 1.25rem and 1.75rem for headings, line height 1.5, at most 65 characters a line.
- Space: multiples of 0.25rem (0.5, 0.75, 1, 1.5, 2, 3); the same distance for the same relation. Content at most 60rem wide, in one column below 640px; nothing overlaps or scrolls sideways at 320px.
- Colour: custom properties for background, surface, text, muted, accent, on-accent, danger and border, for light and dark (prefers-color-scheme). Text has a contrast of at least 4.5, controls of 3; colour is never the only sign.
- States: each list has an empty state that says what to do, each wait a loading state, each failure a sentence with a way out. Buttons have hover, focus-visible, active and disabled. Targets are at least 44px. Motion stops with prefers-reduced-motion.
- Deleting can be undone. Forms name what is wrong beside the field and keep what was typed.
- Sample data is realistic for the request, in its language, and marked as sample data; no lorem ipsum, no invented figures, no placeholder images.`;
