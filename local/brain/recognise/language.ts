import type { Locale } from "#core/factory/specification/specification.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { localeOf } from "./read/language.ts";
import { tokensOf } from "./read/tokens.ts";

/** The names of the languages in each of them. */
export const LANGUAGE_NAMES: readonly (readonly [Locale, string])[] = [
  ["en", "english|englisch|anglais|inglés"],
  ["de", "german|deutsch|allemand|alemán"],
  ["fr", "french|französisch|français|francés"],
  ["es", "spanish|spanisch|espagnol|español"],
];

/** The language of the page, or null if the message does not tell it, and the message without a statement of it. */
interface Language {
  readonly locale: Locale | null;
  readonly rest: string;
}

/**
 * Finds the language in which a page is wanted: the stated one ("in German"), or that of the message itself if it is
 * another one than English. `message` may have English function words; `original` is what the person said. Kinds
 * of apps without texts have no language, so that a stated one stays in the message.
 */
export function readLanguage(message: string, original: string, kind: string): Language {
  if (!findBlueprint(kind)?.texts) return { locale: null, rest: message };
  for (const [locale, names] of LANGUAGE_NAMES) {
    const rest = message.replace(new RegExp(`(?<!\\p{L})(?:in|auf|en)\\s+(?:${names})(?!\\p{L})`, "iu"), " ");
    if (rest !== message) return { locale, rest };
  }
  const own = localeOf(tokensOf(original), null);
  return { locale: own === "en" ? null : own, rest: message };
}
