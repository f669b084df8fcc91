import type { Locale } from "#core/factory/specification/specification.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { tokensOf } from "./tokens.ts";

/** Words that choose among several things that were asked, by language; ordinals from the first to the fourth. */
interface Choosing {
  readonly all: string;
  readonly none: string;
  readonly last: string;
  readonly ordinals: readonly [string, string, string, string];
  /** Words that change nothing. */
  readonly rest: string;
}

const CHOOSING: Readonly<Record<Locale, Choosing>> = {
  en: {
    all: "both all everything each",
    none: "neither none nothing",
    last: "last latter",
    ordinals: ["1 1st first one former", "2 2nd second two", "3 3rd third three", "4 4th fourth four"],
    rest: "the one ones and & , . ! yes yeah ok okay please add take with to of them only just i 'll 'd will want would like choose pick have go for number option thanks",
  },
  de: {
    all: "beide beiden beides alle alles",
    none: "keines keine keins weder nichts",
    last: "letzte letztes letzteres letzten",
    ordinals: [
      "1 erste erstes ersten ersteres eins",
      "2 zweite zweites zweiten zwei",
      "3 dritte drittes dritten drei",
      "4 vierte viertes vierten vier",
    ],
    rest: "der die das den und & , . ! ja ok okay bitte nimm mit von davon noch nur ich möchte nehme will hätte lieber die das nummer gern gerne danke",
  },
  fr: {
    all: "deux tous toutes tout",
    none: "aucun aucune rien ni",
    last: "dernier dernière",
    ordinals: [
      "1 premier première un",
      "2 deuxième second seconde",
      "3 troisième trois",
      "4 quatrième quatre",
    ],
    rest: "le la les l' l et & , . ! oui ok s' il vous plaît te plait avec numéro seulement je prends préfère choisis veux voudrais des d' merci",
  },
  es: {
    all: "ambos ambas todo todos todas",
    none: "ninguno ninguna nada",
    last: "último última",
    ordinals: [
      "1 primero primera primer uno",
      "2 segundo segunda dos",
      "3 tercero tercera tres",
      "4 cuarto cuarta cuatro",
    ],
    rest: "el la los las y & , . ! sí si ok por favor con número solo quiero prefiero elijo tomo lo de gracias",
  },
};

/**
 * The places, from 0, that an answer chooses among `count` things: "both", "neither", "the second one", "1 and 3". Null
 * for any message that says anything else.
 */
export function chosenIn(message: string, count: number): number[] | null {
  const words = tokensOf(message).map(({ text }) => text.toLowerCase());
  if (words.length === 0 || words.length > 12) return null;
  for (const locale of LOCALES) {
    const chosen = chosenBy(CHOOSING[locale], words, count);
    if (chosen) return chosen;
  }
  return null;
}

function chosenBy(
  { all, none, last, ordinals, rest }: Choosing,
  words: readonly string[],
  count: number,
): number[] | null {
  const is = (list: string, word: string) => list.split(" ").includes(word);
  const places = words.map((word) => ordinals.findIndex((list) => is(list, word)));
  const known = (word: string, at: number) =>
    (places[at] ?? -1) >= 0 || is(all, word) || is(none, word) || is(last, word) || is(rest, word);
  if (!words.every(known)) return null;
  if (words.some((word) => is(none, word))) return [];
  if (words.some((word) => is(all, word))) return Array.from({ length: count }, (_, at) => at);
  // "The second one" names the second, not the first as well.
  const named = new Set(places.filter((place, at) => place >= 0 && !(words[at] === "one" && at > 0)));
  if (words.some((word) => is(last, word))) named.add(count - 1);
  const chosen = [...named].filter((place) => place < count).toSorted((a, b) => a - b);
  return chosen.length > 0 && chosen.length === named.size ? chosen : null;
}
