const TRIGGER =
  /\b(?:call(?:ed)? (?:it|this|the app)|rename (?:it |the app )?(?:to|as)|name (?:it|the app)|change (?:the |its )?(?:name|title) to|titled|named|called|with the name|the name is|title it)\s+/i;
const STOP =
  /\s+(?:with|and|but|that|which|without|please|instead|in|using|where|for|no|it should|it has)\b|[,.;:!?\n()]/i;

export interface Named {
  /** The displayed name of the app, or null. */
  readonly name: string | null;
  /** The message without the words that contain the name. */
  readonly rest: string;
}

/** Finds "call it Foo", "named Foo Bar", "called 'Foo'". Names keep letters, digits, spaces, & and -; 40 at most. */
export function readName(message: string): Named {
  const trigger = TRIGGER.exec(message);
  if (!trigger) return { name: null, rest: message };
  const after = message.slice(trigger.index + trigger[0].length);
  const quoted = /^["“”'‘]([^"“”'’]{1,60})["“”'’]/.exec(after);
  const raw = quoted?.[1] ?? after.slice(0, STOP.exec(after)?.index ?? after.length);
  const name = cleanName(raw.split(/\s+/).slice(0, 5).join(" "));
  if (name === null) return { name: null, rest: message };
  const used = quoted?.[0].length ?? raw.length;
  return { name, rest: `${message.slice(0, trigger.index)} ${after.slice(used)}`.trim() };
}

/** Returns a name in title case, or null if it is not usable. */
function cleanName(raw: string): string | null {
  const plain = raw.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const kept = plain
    .replace(/[^A-Za-z0-9 &-]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 40)
    .trim();
  if (!/[A-Za-z0-9]/.test(kept)) return null;
  return /[A-Z]/.test(kept) ? kept : kept.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/**
 * Returns the project name for a title: lower-case words joined by '-', starting with a letter, at most 52
 * characters.
 */
export function projectNameOf(title: string, fallback: string): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^[^a-z]+|-+$/g, "")
      .slice(0, 52)
      .replace(/-+$/, "");
  return slug(title) || slug(fallback);
}
