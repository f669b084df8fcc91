import type { Locale } from "#core/factory/specification/specification.ts";

/** "Call it X", "named X", by language. */
const TRIGGERS: Readonly<Record<Locale, RegExp>> = {
  en: /\b(?:call(?:ed)? (?:it|this|the app)|rename (?:it|the app)(?: (?:to|as))?|name (?:it|the app)|change (?:the |its )?(?:name|title) to|titled|named|called|with the name|the (?:app(?:['’]s)? )?(?:name|title) (?:is|should be|must be|shall be)|title it)\s+/iu,
  de: /\b(?:nenne? (?:sie|es|ihn|die app|das ganze)|namens|genannt|mit dem namen|der (?:name|titel) (?:ist|soll|lautet)|sie soll|heißen soll sie|umbenennen in)\s+/iu,
  fr: /(?:appelle-la|appelle-le|appelez-la|nomme-la|nomme-le|appelée?|nommée?|intitulée?|avec le nom|le (?:nom|titre) (?:est|doit être|sera))\s+/iu,
  es: /\b(?:ll[aá]mal[ao]|que se llame|llamad[ao]|titulad[ao]|con el nombre(?: de)?|el (?:nombre|título) (?:es|debe ser|será)|nómbrala)\s+/iu,
};

/** "Name: My Shelf", on its own or at the end of a list: with a capital letter, so that it is no list of details. */
const STATED =
  /(?:^|[,;.] ?)\s*(?:[Aa]pp )?(?:[Nn]ame|[Tt]itle|[Tt]itel|[Nn]om|[Tt]itre|[Nn]ombre|[Tt]ítulo)\s*[:=]\s+(?=["“„«']?\p{Lu}[^,;:]*$)/u;

const STOP =
  /\s+(?:with|and|but|that|which|without|please|instead|in|using|where|for|no|it should|it has|sein|heißen|mit|und|aber|ohne|für|bitte|avec|et|mais|sans|pour|con|y|pero|sin|para)\b|[,.;:!?\n()]/iu;

/** The name that a message gives to the app, and the part of the message that gives it. */
export interface Called {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the name in a message. It ends before a word that goes on with the sentence, or before `also`. */
export function calledIn(message: string, locale: Locale, also = /\n/): Called | null {
  const trigger = STATED.exec(message) ?? TRIGGERS[locale].exec(message);
  if (!trigger) return null;
  const from = trigger.index + trigger[0].length;
  const after = message.slice(from);
  const quoted = /^["“”„'‘«]\s*([^"“”'’»]{1,60}?)\s*["“”'’»]/u.exec(after);
  const raw =
    quoted?.[1] ??
    after
      .slice(0, STOP.exec(after)?.index ?? after.length)
      .split(also, 1)
      .join("")
      .split(/\s+/)
      .slice(0, 5)
      .join(" ");
  const name = raw
    .replace(/[^\p{L}\p{M}\p{N} &'-]/gu, "")
    .trim()
    .slice(0, 40)
    .trim();
  if (!/[\p{L}\p{N}]/u.test(name)) return null;
  const end = from + (quoted?.[0].length ?? raw.length);
  return {
    name: /\p{Lu}/u.test(name) ? name : name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()),
    start: trigger.index,
    end,
  };
}
