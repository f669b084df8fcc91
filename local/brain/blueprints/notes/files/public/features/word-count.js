/** How long a text is, and how long one reads it at 220 words a minute. */
export function wordCount(text) {
  const words = text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / 220)) };
}

/** "1 word", or "240 words, 1 minute to read". */
export function wordCountText(text) {
  const { words, minutes } = wordCount(text);
  const count = `${words} ${words === 1 ? "word" : "words"}`;
  return words < 50 ? count : `${count}, ${minutes} ${minutes === 1 ? "minute" : "minutes"} to read`;
}
