import type { Locale } from "#core/factory/specification/specification.ts";
import { THEME_IDS, themeOf } from "#core/factory/themes/themes.ts";
import type { Setting, Values } from "#local/brain/blueprint.ts";
import { settingOf } from "#local/brain/blueprints/setting.ts";
import { without } from "#local/brain/blueprints/stated.ts";
import { LOOKS } from "#local/brain/lexicon/words/looks.ts";
import { colorName, hexIn, tint } from "#local/brain/recognise/look/color-names.ts";
import { accentsOf, BACKGROUND_PATTERNS } from "#local/brain/recognise/look/stated-colors.ts";
import { mentionsDark, SCHEME_PATTERNS } from "#local/brain/recognise/look/stated-scheme.ts";

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
  const theme = themeOf(THEME_IDS.find((id) => id === value("theme")));
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
  return [
    settingOf({
      id: "background",
      part: "look.background",
      initial: "",
      patterns: BACKGROUND_PATTERNS,
      value: ([text]) => tint(hexIn(text)),
      said: SAID.background,
    }),
    settingOf({
      id: "accent",
      part: "look.accent",
      initial: "",
      patterns: accentsOf(names),
      value: ([text]) => hexIn(text),
      said: SAID.accent,
      shown: (hex, locale) => [colorName(hex, locale)],
    }),
    SCHEME,
    settingOf({
      id: "theme",
      part: "look.theme",
      initial: "",
      patterns: THEMED,
      value: ([text]) => themeIn(text),
      said: SAID.theme,
    }),
  ];
}

/** Dark mode itself is a feature: its words stay in the message, and both schemes are there again. */
const SCHEME: Setting = {
  id: "scheme",
  part: "look.scheme",
  initial: "",
  read(message) {
    for (const [scheme, pattern] of SCHEME_PATTERNS.tool) {
      const match = pattern.exec(message);
      if (match) return { value: scheme, rest: without(message, match) };
    }
    return mentionsDark(message) ? { value: "both", rest: message } : null;
  },
  spoken: (scheme, locale) => (isFixed(scheme) ? SAID[scheme as "dark" | "light"][locale] : ""),
};

const ARTICLE = String.raw`(?:(?:the|an?|einem|einer|einen|un|une|una|der|le|la|el)\s+)?`;
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
