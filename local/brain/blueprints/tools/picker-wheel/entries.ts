import type { Setting } from "#local/brain/blueprint.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { settingOf } from "#local/brain/blueprints/setting.ts";
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

/** A word that goes on with the sentence, or an article, which a part of the app has: "with a timer and music". */
const NO_ENTRY = `(?:an?|some|my|own|eine?[nmrs]?|une?|una|unos|unas|des|in|im|on|at|by|that|which|with|without|for|from|of|to|please|but|mit|ohne|für|auf|zum|bitte|aber|avec|sans|pour|dans|sur|en|con|sin|para|por|pero|mais|no|keine?n?)(?![\\p{L}])`;
const SMALL_WORD = String.raw`(?!${NO_ENTRY}|(?:and|or|und|oder|et|ou|y|o|e)\s)${WORD}`;
const SMALL = String.raw`${SMALL_WORD}(?:\s+${SMALL_WORD}){0,2}`;

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
    String.raw`${start}(?:[Ww]ith|[Ff]or|[Oo]f|[Ff]rom|[Mm]it|[Ff]ür|[Aa]us|[Aa]vec|[Pp]our|[Dd]e|[Cc]on|[Pp]ara)(?:\s+(?:the|die|den|les|los|las))?(?:\s+${ENTRIES})?\s+(?<loose>${list(NAME)})`,
    "u",
  ),
];
/** "With pizza, sushi and tacos": the least sure, because functions of the app are listed in the same way. */
const LISTED = new RegExp(String.raw`${start}(?:with|mit|avec|con)\s+(?<loose>${list(SMALL)})`, "iu");
const NUMBERS = new RegExp(
  String.raw`${start}(?:${WITH}\s+)?(?:the\s+)?(?:numbers?|zahlen|nombres|numéros|números)\s+(?:from\s+|von\s+|of\s+|de\s+|del\s+)?(?<first>\d{1,6})\s*(?:to|through|–|-|bis|à|a|al)\s*(?<last>\d{1,6})(?!\d)`,
  "iu",
);

/** What apps have, and wheels do not: such a word in a list shows that it is not one of entries. */
const PARTS =
  phrases(`sound, sound effect, music, confetti, firework, animation, button, colour, color, theme, design,
  background, picture, image, photo, emoji, icon, timer, countdown, counter, clock, login, account, password, database,
  weight, weighting, percentage, percent, probability, chance, setting, statistic, chart, text, font, language, team,
  group, question, click, tap, arrow, title, logo, menu, mode, screen, user, spin, Ton, Töne, Klang, Musik,
  Konfetti, Animation, Knopf, Knöpfe, Farbe, Farben, Bild, Bilder, Gewichtung, Wahrscheinlichkeit, son, sons, musique,
  confettis, bouton, boutons, couleur, couleurs, image, images, poids, probabilité, sonido, sonidos, música, confeti,
  animación, botón, botones, colores, imagen, imágenes, peso, pesos, probabilidad`);

/** The entries of a wheel, one a line. What is a function of the app, by `known`, is no entry. */
export function entriesSetting(known: readonly string[]): Setting {
  const functions = createLexicon<true>();
  functions.add([...known, ...Object.values(BEYOND).flat()], true);
  const parts = createLexicon<true>();
  parts.add([...known, ...PARTS, ...Object.values(BEYOND).flat()], true);
  const isFunction = (item: string) => functions.read(wordsOf(item)).every(({ mark }) => mark);
  const hasPart = (item: string) => parts.read(wordsOf(item)).some(({ mark }) => mark);
  return settingOf({
    id: "entries",
    initial: "Anna\nBen\nCarla\nDavid\nElif\nFinn",
    patterns: [NUMBERS, ...PATTERNS, LISTED],
    value(match) {
      const { first, last, loose } = match.groups ?? {};
      const items = first === undefined ? itemsOf(match[1] ?? "") : numbers(Number(first), Number(last));
      const isNone = items.some(loose === undefined ? isFunction : hasPart);
      return items.length === 0 || items.length > MAX_ENTRIES || isNone ? null : items.join("\n");
    },
    said: {
      en: "The entries are %.",
      de: "Die Einträge sind %.",
      fr: "Les entrées sont : %.",
      es: "Las entradas son: %.",
    },
    shown(value, locale) {
      const entries = value.split("\n");
      return [
        listed(entries.length > 12 ? [...entries.slice(0, 11), `… ${entries.at(-1)}`] : entries, locale),
      ];
    },
  });
}

const itemsOf = (text: string): string[] =>
  text.split(new RegExp(AND, "iu")).map((item) => item.trim().slice(0, 60));

/** The numbers of a range; none of one that is too long. */
function numbers(first: number, last: number): string[] {
  return first < last && last - first < MAX_ENTRIES
    ? Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
    : [];
}
