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
  for (const known of dictionary.words) {
    if (known.length < 4 || Math.abs(known.length - word.length) > limit || known[0] !== word[0]) continue;
    if (word.slice(0, -1) === known.slice(0, -1)) continue; // Another form of the word, such as "planned".
    const distance = distanceOf(word, known);
    if (distance === 2 && word.length < 9 && consonantsOf(word) !== consonantsOf(known)) continue;
    if (distance > limit || distance === 0 || (best && best.distance <= distance)) continue;
    best = { word: known, distance };
  }
  return best?.word ?? null;
}

/** What a misspelt token means; "recepies" is compared in the singular and as it is written. */
export function spellingOf({ key, text }: Token, dictionary: Dictionary): string | null {
  const written = text.toLowerCase().replace(/s$/, "");
  return spelling(key, dictionary) ?? (written === key ? null : spelling(written, dictionary));
}

const consonantsOf = (word: string) => word.replace(/[aeiouyäöüáéíóúèêàâô]/g, "");

/** The number of letters to insert, delete, replace or swap with the next one (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
