/** A comment on a line of the plan that is not sent yet. */
export interface Comment {
  readonly line: string;
  readonly text: string;
}

/** The longest quotation of a line, in characters. */
const QUOTED = 300;

/** The comments as one message, which quotes each line. */
export function messageFrom(comments: readonly Comment[]): string {
  return comments
    .map(({ line, text }) => `> ${line.replace(/\s+/g, " ").slice(0, QUOTED)}\n${text.trim()}`)
    .join("\n\n");
}
