import type { Locale } from "#core/factory/specification/specification.ts";
import type { Fact } from "./facts.ts";

/** What is offered at a price, in minor units. */
export interface PricedOffer {
  readonly name: string;
  readonly price: number;
}

/** The signs and words of currencies, by their code (ISO 4217). */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(€|eur|euros?)$/i, "EUR"],
  [/^(\$|usd|dollars?)$/i, "USD"],
  [/^(£|gbp|pounds?)$/i, "GBP"],
  [/^(chf|franken|francs)$/i, "CHF"],
];
const MARK = String.raw`€|\$|£|eur\b|euros?\b|usd\b|dollars?\b|gbp\b|pounds?\b|chf\b|franken\b`;

/** A name of up to five words, perhaps a word before the price, and the price with or without a currency. */
const PRICE = new RegExp(
  String.raw`(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,4})\s*(?::|=|–|-)?\s*(${MARK})?\s?(?<![\d.,])(\d{1,5})(?:[.,](\d{2}))?(?![\d.,]*\d|\p{L})\s?(${MARK})?`,
  "giu",
);
/** Words before the name of an offer, and words between it and its price. */
const BEFORE =
  /^.*(?<!\p{L})(with|and|plus|sell|sells|offer|offers|menu|prices|price list|mit|und|sowie|preise|speisekarte|karte|avec|et|carte|prix|con|y|e|carta|precios|precio|(?:for|für|pour|para) (?:an?|my|our|the|mein\p{L}*|eine?n?|unser\p{L}*|mon|ma|une?|notre|mi|una?|nuestr[oa]))(?!\p{L})\s*/iu;
const ARTICLE = /^(a|an|the|our|ein|eine|einen|der|die|das|un|une|le|la|les|una|el|los|las)\s+/iu;
/** Words before a date or a time, which a number without a currency is then. */
const OF_TIME = /(?<!\p{L})(on|at|am|um|vom|ab|bis|seit|le|el|from|since|until|depuis|desde|version)$/iu;
const BETWEEN = /\s+(for|at|costs?|für|zu|kostet|kosten|à|pour|coûte|por|a|cuesta)$/iu;

/**
 * Prices in a message: "cappuccino 3.50", "haircut for 30 €", "Zopf: 4,20 Euro". A number without cents needs a
 * currency; in dates and hours there is neither.
 */
export function pricesIn(message: string): (Fact<PricedOffer> & { readonly currency: string | null })[] {
  return [...message.matchAll(PRICE)].flatMap((match) => {
    const [whole, words = "", before = "", units = "", cents, after = ""] = match;
    const mark = before || after;
    if (!mark && (cents === undefined || OF_TIME.test(words))) return [];
    const named = words.replace(BETWEEN, "");
    const name = named.replace(BEFORE, "").replace(ARTICLE, "");
    if (name === "") return [];
    const start = match.index + named.length - name.length;
    return [
      {
        value: { name: name.slice(0, 60), price: Number(units) * 100 + Number(cents ?? 0) },
        currency: CURRENCIES.find(([pattern]) => pattern.test(mark))?.[1] ?? null,
        start,
        end: match.index + whole.trimEnd().length,
      },
    ];
  });
}

/** The name of an offer as a page shows it. */
export const shownName = (name: string, locale: Locale): string =>
  name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
