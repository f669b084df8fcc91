/** What was typed or pasted at a hidden prompt so far, and whether that was all. */
export interface HiddenInput {
  readonly text: string;
  /** What followed an Escape that is not over yet: the keys that are no characters arrive as such sequences. */
  readonly sequence?: string | undefined;
  /** Inside a paste, where a line break is part of the text. */
  readonly pasting: boolean;
  readonly ended?: "entered" | "interrupted";
}

export const NOTHING_TYPED: HiddenInput = { text: "", pasting: false };

/** Makes a terminal mark what is pasted (xterm, "bracketed paste mode"), and stop it. */
export const MARK_PASTES = "\x1b[?2004h";
export const LEAVE_PASTES = "\x1b[?2004l";
const PASTE_BEGINS = "[200~";
const PASTE_ENDS = "[201~";

/** One character of a terminal in raw mode, where nothing is echoed and keys have no effect of their own. */
export function typed(input: HiddenInput, char: string): HiddenInput {
  if (input.ended) return input;
  if (input.sequence !== undefined) return within(input, input.sequence + char);
  switch (char) {
    case "\x1b":
      return { ...input, sequence: "" };
    case "\r":
    case "\n":
      return input.pasting ? { ...input, text: `${input.text}\n` } : { ...input, ended: "entered" };
    case "\x03": // Ctrl+C
      return { ...input, ended: "interrupted" };
    case "\x04": // Ctrl+D
      return { ...input, ended: input.text === "" ? "interrupted" : "entered" };
    case "\x7f":
    case "\b":
      return { ...input, text: [...input.text].slice(0, -1).join("") };
    case "\x15": // Ctrl+U
      return { ...input, text: "" };
    default:
      return char >= " " || char === "\t" ? { ...input, text: input.text + char } : input;
  }
}

/** The arrows and their like say nothing here; the marks around a paste do. */
function within(input: HiddenInput, sequence: string): HiddenInput {
  // After Escape comes one character, or [ … up to a letter or ~, or O and one character.
  if (/^(\[[0-?]*[ -/]*|O)$/.test(sequence)) return { ...input, sequence };
  const pasting = sequence === PASTE_BEGINS || (input.pasting && sequence !== PASTE_ENDS);
  return { ...input, sequence: undefined, pasting };
}
