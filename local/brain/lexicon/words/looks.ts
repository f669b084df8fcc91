import { THEMES, type ThemeId } from "#core/factory/themes/themes.ts";

/** Names of products besides those of `design_target`, by the product whose look they share. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  TWITTER: ["mastodon", "bluesky"],
  APPLE_NOTES: ["apple note"],
  PINTEREST: ["unsplash"],
};

/** The products whose looks a person can name, with the theme that follows each; read only, an app shows none. */
export const LOOKS: readonly (readonly [string, ThemeId])[] = THEMES.flatMap(({ id, design_target }) =>
  design_target === null
    ? []
    : [design_target.toLowerCase().replaceAll("_", " "), ...(ALSO[design_target] ?? [])].map(
        (name) => [name, id] as const,
      ),
);

/** Words for a look, by which the name of a theme, or a single letter, is told from other words. */
const SUFFIXES = ["look", "theme", "style", "design", "stil", "thema", "thème", "tema"];
const PREFIXES = [
  "in the style of",
  "look like",
  "looks like",
  "inspired by",
  "im Stil von",
  "dans le style de",
  "al estilo de",
];

/** The letter after which a product calls itself. */
const LETTER: readonly (readonly [string, ThemeId])[] = [
  ...PREFIXES.map((prefix) => `${prefix} X`),
  ...SUFFIXES.map((suffix) => `X ${suffix}`),
].map((phrase) => [phrase, "stream"]);

/** Phrases that name a look by a theme's own name or by a letter, always together with a word for looks. */
export const CUED_LOOKS: readonly (readonly [string, ThemeId])[] = [
  ...LETTER,
  ...THEMES.flatMap(({ id, title }) =>
    [id, ...(title.toLowerCase() === id ? [] : [title])].flatMap((name) =>
      SUFFIXES.map((suffix) => [`${name} ${suffix}`, id] as const),
    ),
  ),
];
