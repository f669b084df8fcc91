/** A text and its place in a message, as a pattern finds it. */
interface Found {
  readonly 0: string;
  readonly index: number;
}

/** A message without a text that was found in it, with other words in its place. */
export function without(message: string, { 0: text, index }: Found, instead = ""): string {
  return `${message.slice(0, index)} ${instead} ${message.slice(index + text.length)}`
    .replace(/\s+/g, " ")
    .trim();
}
