import { COLOR } from "./color-names.ts";

const NOT = String.raw`(?<!(?:not|no|nicht|kein\p{L}*|without|ohne|pas|sin|never|jamais|nunca)\s+(?:(?:in|en)\s+)?)`;
const ARTICLE = String.raw`(?:(?:the|an?|einem|einer|einen|un|une|una|der|le|la|el)\s+)?`;
const END = String.raw`(?=\s*(?:[,.;:!?)]|$|(?:and|und|et|y|with|mit|avec|con|please|bitte|instead|for|für|pour|para|but|without|ohne|sans|sin)(?!\p{L})))`;
const THEN = String.raw`\s*(?:is|should be|ist|est|es|in|en|of|to|:|=)?\s*`;
const PARTS = String.raw`(?:color |colour )?(?:themes?|accents?|buttons?|colou?rs?|design|look|style|scheme|tones?|farben?|akzente?|akzentfarbe|knöpfen?|tasten|stil)(?:\s+(?:colou?rs?|scheme))?`;
const NAMED_PARTS = `(?:themes?|accents?(?: colou?r)?|colou?r(?: scheme)?|buttons?|akzent(?:farbe)?|farbe|hauptfarbe|knöpfen?|couleurs?(?: d['’]accent)?|thème|boutons?|colore?s?(?: de acento)?|tema|botones)`;
const MAKE = String.raw`(?:make|paint|colou?r|turn|set|build|mach\p{L}*|färbe?|fais|rends|mets|que sean?|(?:it|es|sie|er) (?:should be|shall be|soll|sollte)|haz(?:l[oa])?|pon(?:l[oa])?)(?:-(?:a|le|la))?`;
const IT = String.raw`(?:\s+(?:it|them|everything|this|that|all|es|ihn|sie|das|alles|le|la|lo|tout|todo))?`;
const LEAD = String.raw`(?:\s+(?:please|bitte|all|in|en|to|de color))*`;
const POLITE = String.raw`(?:(?:no|nein|non|nope|rather|lieber|plutôt|mejor|actually|doch|please|bitte|maybe|better)\W+)*`;

/** The ways in which a person names the accent of an app, the surest first. */
const ACCENTS = [
  String.raw`(?<!\p{L})${NAMED_PARTS}${THEN}${COLOR}(?!\s+(?:${PARTS})(?!\p{L}))`,
  String.raw`(?:(?<!\p{L})(?:in|en|auf)\s+${ARTICLE})?${COLOR}\s+${PARTS}(?!\p{L})`,
  String.raw`(?<!\p{L})(?:in|en|auf)\s+${ARTICLE}(?:(?:colou?r|couleur|color|farbe|bright|nice)\s+)?${COLOR}`,
  String.raw`(?<!\p{L})${MAKE}${IT}${LEAD}\s+${COLOR}(?:\s+sein)?${END}`,
];
/** An answer that only names a color. */
const ALONE = String.raw`^\W*${POLITE}${COLOR}(?=\W*(?:(?:please|bitte|instead|stattdessen|lieber|plutôt|mejor)\W*)*$)`;

const pattern = (text: string): RegExp => new RegExp(`${NOT}${text}`, "iu");

/** How an accent is stated beside what the app is called: "a red calculator", by `names`. */
export function accentsOf(names: readonly string[]): RegExp[] {
  const name = String.raw`(?<!\p{L})(?:${[...names]
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replaceAll(/[-\s]+/g, String.raw`[\s-]+`))
    .join("|")})s?(?!\p{L})`;
  return [
    ...ACCENTS,
    String.raw`${COLOR}(?=\s+${name})`,
    String.raw`(?<=${name}\s+)${COLOR}${END}`,
    ALONE,
  ].map(pattern);
}

/** How an accent is stated in words of its own, whatever the app is. */
export const ACCENT_PATTERNS: readonly RegExp[] = ACCENTS.map(pattern);

const GROUND = "(?:background|hintergrund|fond|fondo)(?:\\s+colou?r)?";
export const BACKGROUND_PATTERNS: readonly RegExp[] = [
  String.raw`${COLOR}\s+${GROUND}(?!\p{L})`,
  String.raw`(?<!\p{L})${GROUND}${THEN}${COLOR}`,
].map(pattern);
