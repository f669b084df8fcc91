/** Characters of the end of a text that the model is shown, and that are looked for in what it continues with. */
const TAIL = 200;
/** The least overlap that is more than chance. */
const MIN_OVERLAP = 8;

/** The user's turn that asks for the rest of an answer that was cut off at the length limit. */
export function continuationRequest(before: string): string {
  return [
    "Your answer was cut off at the length limit. Do not start again and do not repeat anything.",
    "Write only the characters that follow, as plain text without a code fence. Your answer so far ends with:",
    before.slice(-TAIL),
  ].join("\n");
}

/**
 * Joins an answer that was cut off and its continuation. What the continuation repeats of the end is written once, also
 * after an introduction or a code fence.
 */
export function splice(before: string, continuation: string): string {
  const rest = continuation.replace(/^\s*```\w*\n/, "").replace(/\n```\s*$/, "");
  const tail = before.slice(-TAIL);
  for (let length = Math.min(tail.length, rest.length); length >= MIN_OVERLAP; length--)
    if (rest.startsWith(tail.slice(-length))) return before + rest.slice(length);
  const anchor = tail.slice(-TAIL / 4);
  const repeated = anchor.length >= MIN_OVERLAP ? rest.indexOf(anchor) : -1;
  return before + (repeated < 0 ? rest : rest.slice(repeated + anchor.length));
}
