import type { Language } from "./language.ts";

/** Formats a count with its noun in the form that it asks for: `1 record`, `1,200 records`. */
export function countedIn(language: Language): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count, one, other) => `${digits.format(count)} ${rules.select(count) === "one" ? one : other}`;
}
