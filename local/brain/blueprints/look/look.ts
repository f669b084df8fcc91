import type { Locale } from "#core/factory/specification/specification.ts";
import { themeOf } from "#core/factory/themes/themes.ts";
import type { Setting, Values } from "#local/brain/blueprint.ts";
import { without } from "#local/brain/blueprints/stated.ts";
import { LOOKS } from "#local/brain/lexicon/words/looks.ts";
import { COLOR, colorName, hexOfColor } from "./color-names.ts";
import { schemeIn } from "./scheme.ts";

/** What the settings of a look come to. */
export interface Look {
  readonly accent: string | null;
  readonly background: string | null;
  readonly scheme: "light" | "dark" | "both";
  /** Whether anything of it was stated. */
  readonly stated: boolean;
}

/** The look that the values of the settings describe. */
export function lookOf(value: Values): Look {
  const id = value("theme");
  const theme = themeOf(LOOKS.find(([, each]) => each === id)?.[1]);
  const scheme = [value("scheme"), theme.scheme].find((each) => each !== "");
  return {
    accent: value("accent") || theme.accent,
    background: value("background") || theme.background,
    scheme: scheme === "dark" || scheme === "light" ? scheme : "both",
    stated: ["accent", "background", "theme"].some((part) => value(part) !== "") || isFixed(value("scheme")),
  };
}

/** Whether a scheme leaves nothing to switch. */
const isFixed = (scheme: string): boolean => scheme === "dark" || scheme === "light";

/** The settings for how an app looks; `names` are what the app is called ("a red calculator"). */
export function lookSettings(names: readonly string[]): readonly Setting[] {
  const accents = patternsFor(names).map((pattern) => new RegExp(`${NOT}${pattern}`, "iu"));
  return [
    {
      id: "background",
      part: "look.background",
      initial: "",
      read: (message) => found(message, BACKGROUNDS, (text) => tint(hexOfColor(colorIn(text)))),
      spoken: (hex, locale) => SAID.background[locale].replace("%", hex),
    },
    {
      id: "accent",
      part: "look.accent",
      initial: "",
      read: (message) => found(message, accents, (text) => hexOfColor(colorIn(text))),
      spoken: (hex, locale) => SAID.accent[locale].replace("%", colorName(hex, locale)),
    },
    {
      id: "scheme",
      part: "look.scheme",
      initial: "",
      read: schemeIn,
      spoken: (scheme, locale) => (isFixed(scheme) ? SAID[scheme as "dark" | "light"][locale] : ""),
    },
    {
      id: "theme",
      part: "look.theme",
      initial: "",
      read: (message) => found(message, THEMED, (text) => themeIn(text)),
      spoken: (id, locale) => SAID.theme[locale].replace("%", id),
    },
  ];
}

/** The first text of a message that a pattern finds, and the message without it. */
function found(message: string, patterns: readonly RegExp[], read: (text: string) => string) {
  for (const pattern of patterns) {
    const match = pattern.exec(message);
    if (match) return { value: read(match[0]), rest: without(message, match) };
  }
  return null;
}

const colorIn = (text: string): string => new RegExp(COLOR, "iu").exec(text)?.[0] ?? "";

/** A pale shade of a color, on which text can be read. */
function tint(hex: string): string {
  const parts = [1, 3, 5].map((at) => 255 - (255 - Number.parseInt(hex.slice(at, at + 2), 16)) * 0.1);
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

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

/** The ways in which an accent is named, the surest first. */
function patternsFor(names: readonly string[]): string[] {
  const name = String.raw`(?<!\p{L})(?:${[...names]
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replaceAll(/[-\s]+/g, String.raw`[\s-]+`))
    .join("|")})s?(?!\p{L})`;
  return [
    String.raw`(?<!\p{L})${NAMED_PARTS}${THEN}${COLOR}(?!\s+(?:${PARTS})(?!\p{L}))`,
    String.raw`(?:(?<!\p{L})(?:in|en|auf)\s+${ARTICLE})?${COLOR}\s+${PARTS}(?!\p{L})`,
    String.raw`(?<!\p{L})(?:in|en|auf)\s+${ARTICLE}(?:(?:colou?r|couleur|color|farbe|bright|nice)\s+)?${COLOR}`,
    String.raw`(?<!\p{L})${MAKE}${IT}${LEAD}\s+${COLOR}(?:\s+sein)?${END}`,
    String.raw`${COLOR}(?=\s+${name})`,
    String.raw`(?<=${name}\s+)${COLOR}${END}`,
    String.raw`^\W*${POLITE}${COLOR}(?=\W*(?:(?:please|bitte|instead|stattdessen|lieber|plutôt|mejor)\W*)*$)`,
  ];
}

const GROUND = "(?:background|hintergrund|fond|fondo)(?:\\s+colou?r)?";
const BACKGROUNDS = [
  new RegExp(String.raw`${NOT}${COLOR}\s+${GROUND}(?!\p{L})`, "iu"),
  new RegExp(String.raw`${NOT}(?<!\p{L})${GROUND}${THEN}${COLOR}`, "iu"),
];

const PRODUCT = LOOKS.map(([name]) => name.replaceAll(" ", String.raw`[\s-]?`)).join("|");
const STYLE = "(?:style|look|design|theme|stil|aussehen|thème|apparence|estilo|aspecto|tema|diseño)";
const THEMED = [
  String.raw`(?:(?:in|im|with|mit|avec|dans|con|al|à)\s+)?${ARTICLE}${STYLE}\s+(?:(?:of|von|de|like|wie|as)\s+)?(?:${PRODUCT})(?:\s+${STYLE})?`,
  String.raw`(?:(?:in|im|with|mit|avec|dans|con|al|à)\s+)?${ARTICLE}(?:${PRODUCT})(?:['’]s)?[\s-]+(?:${STYLE}|like|inspired|ähnlich)(?:[\s-]+${STYLE})?`,
  String.raw`(?:(?:looks?|styled|looking|designed|sieht aus)\s+)?(?:like|after|wie|comme|como|façon|inspired by)\s+(?:${PRODUCT})`,
].map((pattern) => new RegExp(String.raw`(?<!\p{L})${pattern}(?!\p{L})`, "iu"));

function themeIn(text: string): string {
  const words = text.toLowerCase().replace(/[\s-]+/g, " ");
  return LOOKS.find(([name]) => words.includes(name))?.[1] ?? "";
}

/** What a plan says of a stated look. A theme has a name of its own: an app shows none of another product. */
const SAID: Readonly<
  Record<"accent" | "background" | "theme" | "dark" | "light", Readonly<Record<Locale, string>>>
> = {
  accent: {
    en: "Its color is %.",
    de: "Die Farbe ist %.",
    fr: "Sa couleur est : %.",
    es: "Su color es: %.",
  },
  background: {
    en: "The background is %.",
    de: "Der Hintergrund ist %.",
    fr: "Le fond est : %.",
    es: "El fondo es: %.",
  },
  theme: {
    en: "Its colors are those of the theme “%”.",
    de: "Die Farben sind die des Themas „%“.",
    fr: "Ses couleurs sont celles du thème « % ».",
    es: "Sus colores son los del tema «%».",
  },
  dark: {
    en: "It is always dark.",
    de: "Die Seite ist immer dunkel.",
    fr: "La page est toujours sombre.",
    es: "La página es siempre oscura.",
  },
  light: {
    en: "It is always light.",
    de: "Die Seite ist immer hell.",
    fr: "La page est toujours claire.",
    es: "La página es siempre clara.",
  },
};
