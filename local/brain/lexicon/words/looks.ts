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
