import { styleText } from "node:util";
import type { HumanLine, Tone } from "./describe-entry.ts";

/** A repeated warning is shown again only after this time. */
const REPEAT_MS = 60_000;

/** The streams for readable lines: one for progress, one for warnings and errors. */
interface Screen {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  print(text: string): void;
  complain(text: string): void;
}

/** Returns a function that shows a line with the time of its entry. */
export function createTerminal(screen: Screen): (line: HumanLine, timestamp: string) => void {
  const shownAt = new Map<string, number>();
  return (line, timestamp) => {
    if (line.tone !== "warn" && line.tone !== "error") {
      screen.print(format(line, timestamp, screen.stdout));
    } else if (isNew(shownAt, `${line.mission} ${line.text}`)) {
      screen.complain(format(line, timestamp, screen.stderr));
    }
  };
}

function isNew(shownAt: Map<string, number>, line: string): boolean {
  const now = Date.now();
  for (const [shown, at] of shownAt) if (now - at > REPEAT_MS) shownAt.delete(shown);
  if (shownAt.has(line)) return false;
  shownAt.set(line, now);
  return true;
}

const MARKS: Readonly<Partial<Record<Tone, string>>> = { warn: "Warning: ", error: "Error: " };
const STYLES = { routine: "dim", good: "green", warn: "yellow", error: "red" } as const;

/** `14:03:09  2kqftg  Building and auditing`, coloured if the stream is a terminal with colours. */
function format({ tone, mission, text }: HumanLine, timestamp: string, stream: NodeJS.WriteStream): string {
  const paint = (style: Parameters<typeof styleText>[0], words: string) =>
    styleText(style, words, { stream });
  const words = (MARKS[tone] ?? "") + text;
  const time = new Date(timestamp).toTimeString().slice(0, 8);
  const shown = tone === "plain" ? words : paint(STYLES[tone], words);
  return `${paint("dim", time)}  ${mission === "" ? "" : `${paint("cyan", mission)}  `}${shown}\n`;
}
