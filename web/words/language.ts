/** The languages of the client, each by its own name. */
export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;

/** The language of a tag of BCP 47: `de` of `de-AT`. Undefined for one that the client does not have. */
function languageOf(tag: string | null): Language | undefined {
  const [primary] = (tag ?? "").toLowerCase().split(/[-_@]/);
  return (Object.keys(LANGUAGES) as Language[]).find((language) => language === primary);
}

/** The language to show: the chosen one, else the first of the browser's that the client has, else English. */
export function languageFor(chosen: string | null, preferred: readonly string[]): Language {
  const [first] = [chosen, ...preferred].map(languageOf).filter((language) => language !== undefined);
  return first ?? "en";
}

/** The region's form of a language for dates and numbers, as `de-AT`, if the browser has one; else the language. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => languageOf(tag) === language && isLocale(tag)) ?? language;
}

/** Some browsers name the locale of their system, as `en-US@posix`, which is none of the Web's. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
