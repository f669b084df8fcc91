import type { Locale } from "#core/factory/specification/specification.ts";
import { LANGUAGE_NAMES } from "#local/brain/recognise/language.ts";
import type { Fact } from "./facts.ts";
import type { SiteRequest } from "./request.ts";

/** Languages that pages are not written in, in each of those that requests are read in. */
const OTHERS =
  "italian|dutch|portuguese|polish|turkish|russian|ukrainian|chinese|japanese|korean|arabic|hindi|swedish|danish|norwegian|finnish|greek|czech|hungarian|romanian|italienisch|niederländisch|portugiesisch|polnisch|türkisch|russisch|ukrainisch|chinesisch|japanisch|koreanisch|arabisch|schwedisch|dänisch|norwegisch|finnisch|griechisch|tschechisch|ungarisch|rumänisch|italien|néerlandais|portugais|polonais|turc|russe|ukrainien|chinois|japonais|coréen|arabe|suédois|danois|norvégien|finnois|grec|tchèque|hongrois|roumain|italiano|neerlandés|portugués|polaco|turco|ruso|ucraniano|chino|japonés|coreano|árabe|sueco|danés|noruego|finlandés|griego|checo|húngaro|rumano";

const cued = (names: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:in|into|auf|en)\\s+(?:${names})(?!\\p{L})`, "iu");

/** "In German": the language that a page is wanted in; null for one that pages are not written in. */
export function pageLanguageIn(message: string): Fact<Locale | null> | undefined {
  for (const [locale, names] of LANGUAGE_NAMES) {
    const stated = factIn(message, cued(names), locale);
    if (stated) return stated;
  }
  return factIn(message, cued(OTHERS), null);
}

function factIn(message: string, pattern: RegExp, value: Locale | null): Fact<Locale | null> | undefined {
  const match = pattern.exec(message);
  return match ? { value, start: match.index, end: match.index + match[0].length } : undefined;
}

/** A request as it is for the page, whose language may be another one than that of the messages. */
export function inItsLanguage(request: SiteRequest): SiteRequest {
  const { language, locale, trade, subject } = request;
  if (language === null || language === locale) return request;
  const isUsual = trade?.copy[locale].names.some((name) => name === subject?.toLocaleLowerCase(locale));
  const translated = isUsual ? trade?.copy[language].names[0] : undefined;
  return { ...request, locale: language, subject: translated ?? subject };
}

/** Why a page is not written in another language. */
export const OTHER_LANGUAGE: Readonly<Record<Locale, string>> = {
  en: "pages are written in English, German, French or Spanish",
  de: "Seiten gibt es auf Englisch, Deutsch, Französisch oder Spanisch",
  fr: "les pages existent en anglais, allemand, français ou espagnol",
  es: "las páginas existen en inglés, alemán, francés o español",
};
