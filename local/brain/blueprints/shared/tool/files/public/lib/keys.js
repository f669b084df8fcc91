/**
 * Calls `handle(key)` for each key pressed outside of fields and dialogs and without Ctrl, Alt or Meta. Returns true when
 * it used the key. Enter and space on a focused button, link or check box stay with it.
 */
export function onKeys(handle) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    if (event.target.closest("button, a, input") && (event.key === "Enter" || event.key === " ")) return;
    if (handle(event.key)) event.preventDefault();
  });
}

/**
 * Props that keep the focus where it is when a button is pressed with a pointer, so that Enter does not repeat it. A field
 * loses the focus, so that what was typed counts.
 */
export const KEEPS_FOCUS = {
  onmousedown: (event) => {
    if (!document.activeElement?.matches("input, textarea, select")) event.preventDefault();
  },
};
