import type { Locale } from "#core/factory/specification/specification.ts";
import type { Setting } from "#local/brain/blueprint.ts";
import { without } from "#local/brain/blueprints/stated.ts";
import { BEYOND } from "#local/brain/recognise/beyond.ts";
import { createLexicon } from "#local/brain/recognise/lexicon.ts";
import { wordsOf } from "#local/brain/recognise/words.ts";
import { listed } from "#local/brain/roles/sentence.ts";

/** The most entries that a wheel has, as in `files/public/model/wheel.js`. */
const MAX_ENTRIES = 60;

const WORD = String.raw`[\p{L}\p{N}&'’+-]+`;
/** A name begins with a capital letter or a digit: "Anna", "New York", "7". */
const NAME = String.raw`(?:(?:the|la|el|le|der|die|das)\s+)?(?=[\p{Lu}\p{N}])${WORD}(?:\s+(?=[\p{Lu}\p{N}])${WORD}){0,3}`;
const ANY = String.raw`${WORD}(?:\s+(?!(?:and|or|und|oder|et|ou|y|o|e)\s)${WORD}){0,3}`;
const AND = String.raw`\s*(?:,\s*(?:(?:and|or|und|oder|et|ou|y|o|e)\s+)?|\s(?:and|or|und|oder|et|ou|y|o|e|&)\s)\s*`;
const list = (item: string): string => `(${item}(?:${AND}${item})+)`;
const WITH = "(?:with|for|of|from|mit|für|aus|avec|pour|de|con|para)(?:\\s+(?:the|die|den|les|los|las))?";
const ENTRIES = `(?:names?|entr(?:y|ies)|options?|choices?|students?|people|namen|einträgen?|optionen|noms?|prénoms?|entrées|choix|nombres?|entradas|opciones)`;
const start = String.raw`(?<!\p{L})`;

/** Named entries, the surest cue first: "options: tea or coffee", "between tea and coffee", "with Anna and Ben". */
const PATTERNS = [
  new RegExp(
    String.raw`${start}(?:${WITH}\s+)?${ENTRIES}(?:\s+(?:are|sind|sont|son)|\s*:)\s*${list(ANY)}`,
    "iu",
  ),
  new RegExp(
    String.raw`${start}(?:for|für|pour|para)\s+(${ANY}(?:\s*,\s*${ANY})*\s*,?\s(?:or|oder|ou|o)\s+${ANY})`,
    "iu",
  ),
  new RegExp(String.raw`${start}(?:between|among|zwischen|entre)\s+${list(ANY)}`, "iu"),
  new RegExp(
    String.raw`${start}(?:[Ww]ith|[Ff]or|[Oo]f|[Ff]rom|[Mm]it|[Ff]ür|[Aa]us|[Aa]vec|[Pp]our|[Dd]e|[Cc]on|[Pp]ara)(?:\s+(?:the|die|den|les|los|las))?(?:\s+${ENTRIES})?\s+${list(NAME)}`,
    "u",
  ),
];
const NUMBERS = new RegExp(
  String.raw`${start}(?:${WITH}\s+)?(?:the\s+)?(?:numbers?|zahlen|nombres|numéros|números)\s+(?:from\s+|von\s+|of\s+|de\s+|del\s+)?(\d{1,6})\s*(?:to|through|–|-|bis|à|a|al)\s*(\d{1,6})(?!\d)`,
  "iu",
);

const SAID: Readonly<Record<Locale, string>> = {
  en: "The entries are %.",
  de: "Die Einträge sind %.",
  fr: "Les entrées sont : %.",
  es: "Las entradas son: %.",
};

/** The entries of a wheel, one a line. What is a function of the app, by `known`, is no entry. */
export function entriesSetting(known: readonly string[]): Setting {
  const functions = createLexicon<true>();
  functions.add([...known, ...Object.values(BEYOND).flat()], true);
  const isFunction = (item: string) => functions.read(wordsOf(item)).every(({ mark }) => mark);
  const itemsOf = (text: string) => text.split(new RegExp(AND, "iu")).map((item) => item.trim().slice(0, 60));
  return {
    id: "entries",
    initial: "Anna\nBen\nCarla\nDavid\nElif\nFinn",
    read(message) {
      const numbers = NUMBERS.exec(message);
      const [first, last] = [Number(numbers?.[1]), Number(numbers?.[2])];
      if (numbers && first < last && last - first < MAX_ENTRIES) {
        const range = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
        return { value: range.join("\n"), rest: without(message, numbers) };
      }
      for (const pattern of PATTERNS) {
        const match = pattern.exec(message);
        const items = itemsOf(match?.[1] ?? "");
        if (match && items.length <= MAX_ENTRIES && !items.some(isFunction))
          return { value: items.join("\n"), rest: without(message, match) };
      }
      return null;
    },
    spoken(value, locale) {
      const entries = value.split("\n");
      const shown = entries.length > 12 ? [...entries.slice(0, 11), `… ${entries.at(-1)}`] : entries;
      return SAID[locale].replace("%", listed(shown, locale));
    },
  };
}
