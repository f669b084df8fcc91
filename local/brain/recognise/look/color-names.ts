import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { COLORS } from "#local/brain/recognise/read/colors.ts";
import { thingColors } from "#local/brain/recognise/read/css-colors.ts";
import { colorWords } from "#local/brain/recognise/read/shades.ts";

/** The words for colors where only a color can stand, as `#rrggbb`: also those that are things as well, such as "gold". */
const NAMED: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  en: named("en"),
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

/** The first color that a text names, as `#rrggbb`; "" without one. */
export function hexIn(text: string): string {
  const name = new RegExp(COLOR, "iu").exec(text)?.[0].toLowerCase() ?? "";
  return name.startsWith("#") ? name : (ALL.get(name.replace(/[\s-]+/g, " ")) ?? "");
}

/** A color in words, or as `#rrggbb` if a language has none for it. */
export function colorName(hex: string, locale: Locale): string {
  const [name] = [...NAMED[locale]].find(([, value]) => value === hex) ?? [hex];
  return name;
}

/** A pale shade of a color, on which text can be read. */
export function tint(hex: string): string {
  const parts = [1, 3, 5].map((at) => 255 - (255 - Number.parseInt(hex.slice(at, at + 2), 16)) * 0.1);
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function named(locale: Locale): Map<string, string> {
  const words = colorWords(locale).filter(([name]) => !/ colou?r$/.test(name));
  // Of the names of a color, the first one is what a person calls it.
  return new Map([...COLORS[locale], ...thingColors(locale), ...words]);
}
