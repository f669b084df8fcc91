import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { COLORS } from "#local/brain/recognise/read/colors.ts";
import { cssColorWords } from "#local/brain/recognise/read/css-colors.ts";
import { colorWords } from "#local/brain/recognise/read/shades.ts";

/** Colors that are things or metals as well. A tool reads colors only where nothing else can stand. */
const METALS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { white: "#ffffff", golden: "#ffd700" },
  de: { weiß: "#ffffff", weiss: "#ffffff", weißer: "#ffffff", gold: "#ffd700", silber: "#c0c0c0" },
  fr: { blanc: "#ffffff", blanche: "#ffffff", doré: "#ffd700", argenté: "#c0c0c0" },
  es: { blanco: "#ffffff", blanca: "#ffffff", dorado: "#ffd700", plateado: "#c0c0c0" },
};

/** "Gold" beside "gold color". */
const things = cssColorWords("en").flatMap(([name, hex]) =>
  name.endsWith(" color") && name !== "peru color" ? [[name.replace(/ color$/, ""), hex] as const] : [],
);

const NAMED: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  en: named("en", things),
  de: named("de"),
  fr: named("fr"),
  es: named("es"),
};

const ALL = new Map([...LOCALES].reverse().flatMap((locale) => [...NAMED[locale]]));

/** The pattern of a named color or of `#rrggbb`. */
export const COLOR = String.raw`(?<![\p{L}\p{N}#-])(?:#[0-9a-f]{6}|${[...ALL.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(" ", String.raw`[\s-]+`))
  .join("|")})(?![\p{L}\p{N}]|-[\p{L}\p{N}])`;

/** The color that a text which matches {@link COLOR} names. */
export function hexOfColor(text: string): string {
  const name = text.toLowerCase();
  return name.startsWith("#") ? name : (ALL.get(name.replace(/[\s-]+/g, " ")) ?? "");
}

/** A color in words, or as `#rrggbb` if a language has none for it. */
export function colorName(hex: string, locale: Locale): string {
  const [name] = [...NAMED[locale]].find(([, value]) => value === hex) ?? [hex];
  return name;
}

function named(locale: Locale, more: readonly (readonly [string, string])[] = []): Map<string, string> {
  const words = colorWords(locale).filter(([name]) => !/ colou?r$/.test(name));
  // Of the names of a color, the first one is what a person calls it.
  return new Map([...COLORS[locale], ...more, ...Object.entries(METALS[locale]), ...words]);
}
