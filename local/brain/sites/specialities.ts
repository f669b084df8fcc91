import type { Locale } from "#core/factory/specification/specification.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import type { Token } from "#local/brain/recognise/read/tokens.ts";
import type { Meaning } from "./dictionary.ts";
import type { Found } from "./phrases.ts";
import { isGeneral } from "./trades/trades.ts";

/** What a person or business is said to work for, and its tokens: "weddings" in "a photographer for weddings". */
interface Speciality {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const CUES: Readonly<Record<Locale, RegExp>> = {
  en: /^(for|of)$/i,
  de: /^für$/i,
  fr: /^(pour|de|d)$/i,
  es: /^(para|de)$/i,
};
const AND = /^(,|and|und|et|y|e)$/i;
const MOST_WORDS = 3;

/** The specialities that follow the name of a trade, as a list of words that are no names of people or places. */
export function specialitiesIn(
  found: readonly Found<Meaning>[],
  tokens: readonly Token[],
  locale: Locale,
): Speciality[] {
  const trade = found.find(
    ({ is, to }) => is.kind === "trade" && !isGeneral(is.trade) && CUES[locale].test(tokens[to]?.text ?? ""),
  );
  if (!trade) return [];
  const means = (at: number) => found.find(({ from, to }) => from <= at && at < to)?.is.kind;
  const isWord = (at: number) => {
    const token = tokens[at];
    const known = means(at);
    return (
      token !== undefined &&
      isContent(token, locale) &&
      (known === undefined || known === "trade") &&
      (locale === "de" || !/^\p{Lu}/u.test(token.text))
    );
  };
  const specialities: Speciality[] = [];
  for (let at = trade.to + 1; ; at += 1) {
    const from = at;
    while (isWord(at)) at += 1;
    const isList = at > from && at - from <= MOST_WORDS;
    // A word for a section belongs to it: "for kids rooms".
    if (!isList || means(at) === "section") return specialities;
    const words = tokens.slice(from, at).map(({ text }) => text);
    specialities.push({ name: words.join(" "), from, to: at });
    if (!AND.test(tokens[at]?.text ?? "")) return specialities;
  }
}
