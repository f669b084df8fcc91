/** The colors by their names in styles.css: surfaces, lines, texts, the accent, and what states have. */
const COLORS = {
  page: "bg-page",
  panel: "bg-panel",
  raised: "bg-raised",
  pressed: "bg-pressed",
  line: "bg-line",
  edge: "bg-edge",
  text: "bg-text",
  muted: "bg-muted",
  accent: "bg-accent",
  solid: "bg-solid",
  tint: "bg-tint",
  good: "bg-good",
  bad: "bg-bad",
  wait: "bg-wait",
} as const;

/** Each color as it is in the scheme that is shown. */
export function Colors() {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-2">
      {Object.entries(COLORS).map(([name, look]) => (
        <li key={name}>
          <span aria-hidden className={`block h-10 rounded-control border border-line ${look}`} />
          <code className="font-mono text-xs text-muted">{name}</code>
        </li>
      ))}
    </ul>
  );
}
