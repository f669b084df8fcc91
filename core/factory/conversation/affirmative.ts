import { LANGUAGES } from "#core/factory/conversation/affirmative-phrases.ts";
import { type Phrases, sentenceOf } from "#core/factory/conversation/sentence-rules.ts";

const affirms = sentenceOf(
  Object.fromEntries(LANGUAGES.map(({ locale, phrases }) => [locale, phrases])) as unknown as Phrases,
);

/**
 * Whether a whole sentence says yes and nothing else, in English, German, French or Spanish: "yes, but add search" and
 * "do not build it" are messages for the consultant.
 */
export function isAffirmative(sentence: string): boolean {
  return affirms(sentence) !== null;
}
