import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";

/** The named colors of CSS (Color Module Level 4, 6.1) that have no everyday meaning beside the color. */
const NAMED = `
alice blue f0f8ff, antique white faebd7, aquamarine 7fffd4, azure f0ffff, beige f5f5dc, blanched almond ffebcd,
blue violet 8a2be2, burly wood deb887, cadet blue 5f9ea0, chartreuse 7fff00, cornflower blue 6495ed, crimson dc143c,
dark blue 00008b, dark cyan 008b8b, dark goldenrod b8860b, dark gray a9a9a9, dark green 006400, dark khaki bdb76b,
dark magenta 8b008b, dark olive green 556b2f, dark orange ff8c00, dark orchid 9932cc, dark red 8b0000,
dark salmon e9967a, dark sea green 8fbc8f, dark slate blue 483d8b, dark slate gray 2f4f4f, dark turquoise 00ced1,
dark violet 9400d3, deep pink ff1493, deep sky blue 00bfff, dim gray 696969, dodger blue 1e90ff, fire brick b22222,
floral white fffaf0, forest green 228b22, fuchsia ff00ff, ghost white f8f8ff, green yellow adff2f, hot pink ff69b4,
indian red cd5c5c, lavender blush fff0f5, lawn green 7cfc00, lemon chiffon fffacd, light blue add8e6,
light coral f08080, light cyan e0ffff, light goldenrod yellow fafad2, light gray d3d3d3, light green 90ee90,
light pink ffb6c1, light salmon ffa07a, light sea green 20b2aa, light sky blue 87cefa, light slate gray 778899,
light steel blue b0c4de, light yellow ffffe0, lime green 32cd32, maroon 800000, medium aquamarine 66cdaa,
medium blue 0000cd, medium orchid ba55d3, medium purple 9370db, medium sea green 3cb371, medium slate blue 7b68ee,
medium spring green 00fa9a, medium turquoise 48d1cc, medium violet red c71585, midnight blue 191970,
mint cream f5fffa, misty rose ffe4e1, navajo white ffdead, olive drab 6b8e23, orange red ff4500,
pale goldenrod eee8aa, pale green 98fb98, pale turquoise afeeee, pale violet red db7093, papaya whip ffefd5,
peach puff ffdab9, powder blue b0e0e6, rebecca purple 663399, rosy brown bc8f8f, royal blue 4169e1,
saddle brown 8b4513, sandy brown f4a460, sea green 2e8b57, sky blue 87ceeb, slate blue 6a5acd, slate gray 708090,
spring green 00ff7f, steel blue 4682b4, white smoke f5f5f5, yellow green 9acd32
`;

/** Those that are also things: they are colors only where a color is named, as in "in tomato" or "tomato color". */
const THINGS = `
aqua 00ffff, bisque ffe4c4, chocolate d2691e, coral ff7f50, cornsilk fff8dc, gainsboro dcdcdc, gold ffd700,
goldenrod daa520, honeydew f0fff0, ivory fffff0, khaki f0e68c, lavender e6e6fa, lime 00ff00, linen faf0e6,
moccasin ffe4b5, old lace fdf5e6, olive 808000, orchid da70d6, peru cd853f, plum dda0dd, salmon fa8072,
seashell fff5ee, sienna a0522d, silver c0c0c0, snow fffafa, tan d2b48c, thistle d8bfd8, tomato ff6347, wheat f5deb3,
white ffffff
`;

/** The everyday words for such colors, by their name in CSS. */
const OTHER_NAMES: Readonly<Record<Locale, string>> = {
  en: "golden gold",
  de: "weiß white, weiss white, weißer white, weißem white, weißen white, silber silver",
  fr: "blanc white, blanche white, doré gold, argenté silver",
  es: "blanco white, blanca white, dorado gold, plateado silver",
};

type Word = readonly [word: string, hex: string];

/**
 * The words for the named colors of CSS beyond the everyday ones, as `#rrggbb`: apart and in one word in English; in
 * other languages only in one word, in which people copy them.
 */
export function cssColorWords(locale: Locale): Word[] {
  const joined = entries(NAMED)
    .filter(([name]) => name.includes(" "))
    .map(([name, hex]): Word => [name.replaceAll(" ", ""), hex]);
  if (locale !== "en") return withGrey(joined);
  const things = entries(THINGS).flatMap(([name, hex]): Word[] => [
    [`${name} color`, hex],
    [`${name} colour`, hex],
  ]);
  return withGrey([...entries(NAMED), ...joined, ...things]);
}

/** The color that a word names where a color is expected, as `#rrggbb`; undefined for any other word. */
export function thingColor(word: string): string | undefined {
  return THING_COLORS.get(word.toLowerCase());
}

/** The colors of CSS that are things as well, and the everyday words of a language for them. */
export function thingColors(locale: Locale): Word[] {
  const things = entries(THINGS);
  const hexes = new Map(things);
  const words = OTHER_NAMES[locale].split(", ").map((pair): Word => {
    const [word = "", name = ""] = pair.split(" ");
    return [word, hexes.get(name) ?? ""];
  });
  const joined = things.map(([name, hex]): Word => [name.replaceAll(" ", ""), hex]);
  return locale === "en" ? [...things, ...joined, ...words] : words;
}

const THING_COLORS: ReadonlyMap<string, string> = new Map(LOCALES.flatMap(thingColors));

function entries(table: string): Word[] {
  return table.split(",").map((entry) => {
    const words = entry.trim().split(/\s+/);
    return [words.slice(0, -1).join(" "), `#${words.at(-1)}`];
  });
}

const withGrey = (words: readonly Word[]): Word[] =>
  words.flatMap(([word, hex]): Word[] =>
    word.includes("gray")
      ? [
          [word, hex],
          [word.replace("gray", "grey"), hex],
        ]
      : [[word, hex]],
  );
