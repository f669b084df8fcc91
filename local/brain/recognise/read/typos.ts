import { LOCALES } from "#core/factory/specification/specification.ts";
import { distanceOf } from "#core/kernel/edit-distance.ts";
import { NUMBER_WORDS } from "#local/brain/lexicon/words/numbers.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Token } from "./tokens.ts";

/**
 * The known word that differs least from a misspelt one: in a letter, or in two where the word is long or only its
 * vowels differ ("recepie"). Null if there is none.
 */
function spelling(word: string, dictionary: Dictionary): string | null {
  if (word.length < 5) return null;
  const limit = word.length >= 7 ? 2 : 1;
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const known of dictionary.ownWords) {
    if (known.length < 4 || Math.abs(known.length - word.length) > limit || known[0] !== word[0]) continue;
    // Another form of the word, such as "planned" or "freelance".
    if (word.slice(0, -1) === known.slice(0, -1) || known.startsWith(word)) continue;
    if (word.replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u") === known) continue; // A German plural.
    const distance = distanceOf(word, known);
    if (distance === 2 && word.slice(0, 2) !== known.slice(0, 2)) continue;
    if (distance === 2 && word.length < 9 && consonantsOf(word) !== consonantsOf(known)) continue;
    if (word.length < 7 && isOtherConsonant(word, known)) continue;
    if (distance > limit || distance === 0 || (best && best.distance <= distance)) continue;
    best = { word: known, distance };
  }
  return best?.word ?? null;
}

/** What a misspelt token means; "recepies" is compared in the singular and as it is written. */
export function spellingOf({ key, text }: Token, dictionary: Dictionary): string | null {
  if (NUMBERS.has(key)) return null;
  const written = text.toLowerCase().replace(/s$/, "");
  return spelling(key, dictionary) ?? (written === key ? null : spelling(written, dictionary));
}

const NUMBERS = new Set(LOCALES.flatMap((locale) => [...NUMBER_WORDS[locale].keys()]));

/** "Padel" is no "papel": in a short word, another consonant makes another word. */
function isOtherConsonant(word: string, known: string): boolean {
  const differing = [...word].filter((letter, at) => letter !== known[at]);
  return word.length === known.length && differing.length === 1 && consonantsOf(differing.join("")) !== "";
}

const consonantsOf = (word: string) => word.replace(/[aeiouyäöüáéíóúèêàâô]/g, "");
