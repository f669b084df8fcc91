import type { Locale } from "#core/factory/specification/specification.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import type { Found } from "./phrases.ts";
import type { SiteReading } from "./site-reading.ts";

/** Words of a later message that say that the site is about something else. */
const CUES: Readonly<Record<Locale, RegExp>> = {
  en: /\b(?:make|change|turn|switch) (?:it|this|that|the (?:site|page|website)) (?:in)?(?:to|for|about)\b|\b(?:it['’]s|it is|it should be|this is) (?:\w+ )?(?:for|about)\b|\b(?:actually|instead|rather)\b/i,
  de: /(?<!\p{L})(?:mach|ändere?)\p{L}* (?:sie|es|das|daraus|die seite)(?!\p{L})|(?<!\p{L})(?:sie|es|das) (?:ist|soll) (?:\p{L}+ )?für(?!\p{L})|(?<!\p{L})(?:stattdessen|lieber|eigentlich)(?!\p{L})/iu,
  fr: /(?:fais|faites|change[zr]?|mets)-l[ae] (?:pour|sur|en)|c['’]est (?:\S+ )?pour|plutôt|en fait|à la place/iu,
  es: /(?:hazl[oa]|cámbial[oa]|ponl[oa]) (?:para|sobre|a|por)|(?<!\p{L})es (?:\p{L}+ )?para|mejor|en realidad|en su lugar/iu,
};

/** Words that add a trade to another one. */
const AND = /^(and|plus|und|et|y|e)$/i;

/** The words that say that the site is about something else; null if there are none. */
export function cueOfChange(message: string, locale: Locale): { start: number; end: number } | null {
  const cue = CUES[locale].exec(message);
  return cue && { start: cue.index, end: cue.index + cue[0].length };
}

/**
 * The part of a later message that says that the trade which it names replaces that of the site: "make it for" in "make
 * it for a florist", nothing of a message that only names a trade. Null for a trade beside the other: "and a florist".
 */
export function changeOfTrade(
  { request, message, tokens, earlier }: SiteReading,
  { from, to }: Pick<Found<unknown>, "from" | "to">,
): { start: number; end: number } | null {
  if (earlier === null || request.trade !== earlier) return null;
  const cue = cueOfChange(message, request.locale);
  if (cue) return cue;
  const isAlone = tokens.every(
    (token, at) => (from <= at && at < to) || (!isContent(token, request.locale) && !AND.test(token.text)),
  );
  return isAlone ? { start: 0, end: 0 } : null;
}
