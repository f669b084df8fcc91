import { hexOf, oklchOf } from "#core/factory/generate/look/color.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { COLORS } from "./colors.ts";
import { cssColorWords } from "./css-colors.ts";

/** How "dark green" and "light green" are said, with the change of lightness (OKLCH, 0-1). */
const SHADES: Readonly<Record<Locale, readonly (readonly [(color: string) => string, number])[]>> = {
  en: [
    [(color) => `dark ${color}`, -0.12],
    [(color) => `light ${color}`, 0.14],
  ],
  de: [
    [(color) => `dunkel${color}`, -0.12],
    [(color) => `hell${color}`, 0.14],
  ],
  fr: [
    [(color) => `${color} foncé`, -0.12],
    [(color) => `${color} clair`, 0.14],
  ],
  es: [
    [(color) => `${color} oscuro`, -0.12],
    [(color) => `${color} claro`, 0.14],
  ],
};

/** The words for colors and their shades, as `#rrggbb`, each once: names such as `dunkelblau` before shades and CSS. */
export function colorWords(locale: Locale): (readonly [string, string])[] {
  const shades = COLORS[locale].flatMap(([word, hex]) =>
    SHADES[locale].map(([name, by]) => [name(word), shaded(hex, by)] as const),
  );
  // The first of equal names stays: everyday colors are readable as an accent.
  return [...new Map([...cssColorWords(locale), ...shades, ...COLORS[locale]])];
}

function shaded(hex: string, by: number): string {
  const color = oklchOf(hex);
  return hexOf({ ...color, l: color.l + by });
}
