const TRIGGER = /\b(?:for|about)\s+/i;
/** Conjunctions: they start a wish, and a "for" after them belongs to that wish. */
const JOIN = /\b(?:with|without|and|but|including|plus|add|remove|drop)\b|[,.;:!?\n()]/i;
const STOP =
  /\s+(?:with|without|and|but|that|which|who|please|instead|in|using|where|for|no|it)\b|[,.;:!?\n()]/i;
const NOBODY = /^(?:me|us|you|it|this|that|now|today|free|fun|example|myself|ourselves)$/i;
const MAX_LENGTH = 60;

/**
 * Returns the subject of an app in the words of the page: "for a bakery" results in "a bakery", "for my
 * coffee shop" in "our coffee shop". Null if no subject was given. Letters, digits, spaces, &, ' and - are
 * kept; 60 characters at most.
 */
export function readSubject(message: string): string | null {
  const trigger = TRIGGER.exec(message);
  if (!trigger || JOIN.test(message.slice(0, trigger.index))) return null;
  const after = message.slice(trigger.index + trigger[0].length);
  const phrase = cut(plain(after.slice(0, STOP.exec(after)?.index ?? after.length)));
  if (phrase === "" || NOBODY.test(phrase)) return null;
  return phrase.replace(/^(?:my|our|your)\b/i, "our");
}

function plain(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} &'-]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Cuts a text at the end of a word. */
function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : text.slice(0, MAX_LENGTH + 1).replace(/\s*\S*$/, "");
}
