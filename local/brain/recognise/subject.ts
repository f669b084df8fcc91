const TRIGGER = /\b(?:for|about)\s+/i;
/** Words of joining: what comes behind them is a wish, and its "for" says whom the wish is for. */
const JOIN = /\b(?:with|without|and|but|including|plus|add|remove|drop)\b|[,.;:!?\n()]/i;
const STOP =
  /\s+(?:with|without|and|but|that|which|who|please|instead|in|using|where|for|no|it)\b|[,.;:!?\n()]/i;
const NOBODY = /^(?:me|us|you|it|this|that|now|today|free|fun|example|myself|ourselves)$/i;
const MAX_LENGTH = 60;

/**
 * What an app is to be about, as the page itself would say it: "for a bakery" is "a bakery", "for my coffee shop"
 * is "our coffee shop". Null when nothing was said. Letters, digits, spaces, &, ' and - are kept; 60 characters at most.
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

/** At most so many characters, at the end of a word. */
function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : text.slice(0, MAX_LENGTH + 1).replace(/\s*\S*$/, "");
}
