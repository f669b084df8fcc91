/** Maximum length of text that is read aloud. */
export const SPEECH_CHARACTERS = 300;

/**
 * Shortens a text to one line of complete sentences that fit; a longer first sentence is truncated with an ellipsis.
 */
export function spoken(text: string): string {
  const line = inOneLine(text);
  if (line.length <= SPEECH_CHARACTERS) return line;
  const start = line
    .slice(0, SPEECH_CHARACTERS - 1)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const sentences = /^.*[.!?](?= )/.exec(line.slice(0, SPEECH_CHARACTERS + 1))?.[0];
  return sentences ?? `${start.replace(/ [^ ]*$/, "")}…`;
}

/** A text of which nothing is left out, in one line. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
