/** How much a phone or a speaker reads out at most. */
export const SPEECH_CHARACTERS = 300;

/** A text as it is read out: one line of whole sentences, as many as fit; of a longer one its beginning. */
export function spoken(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= SPEECH_CHARACTERS) return line;
  const start = line
    .slice(0, SPEECH_CHARACTERS - 1)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const sentences = /^.*[.!?](?= )/.exec(line.slice(0, SPEECH_CHARACTERS + 1))?.[0];
  return sentences ?? `${start.replace(/ [^ ]*$/, "")}…`;
}
