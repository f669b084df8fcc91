import { inOneLine } from "#core/kernel/text.ts";

/** Maximum length of text that is read aloud. */
export const SPEECH_CHARACTERS = 300;

/**
 * Shortens a text to one line of complete sentences that fit; a longer first sentence is truncated with an ellipsis.
 * `more` follows a text that was shortened, within the same limit.
 */
export function spoken(text: string, more = ""): string {
  const line = inOneLine(text);
  if (line.length <= SPEECH_CHARACTERS) return line;
  return more === ""
    ? shortened(line, SPEECH_CHARACTERS)
    : `${shortened(line, SPEECH_CHARACTERS - more.length - 1)} ${more}`;
}

function shortened(line: string, limit: number): string {
  const start = line
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const sentences = /^.*[.!?](?= )/.exec(line.slice(0, limit + 1))?.[0];
  return sentences ?? `${start.replace(/ [^ ]*$/, "")}…`;
}
