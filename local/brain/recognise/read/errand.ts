import type { Locale } from "#core/factory/specification/specification.ts";

/** What is said to somebody who is to do something now, by language: "tell me a joke" is no app of jokes. */
const ERRANDS: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:please |can you |could you |will you )*(?:tell|sing|read|recite) (?:me|us) (?:an?|some|something|about)\b/iu,
  de: /^(?:bitte |kannst du )*(?:erzähle?|singe?|lies|sage?)(?: mir| uns)? (?:bitte )?(?:einen?|etwas|was|von|über)\b/iu,
  fr: /^(?:s'il te plaît,? |s'il vous plaît,? )*(?:raconte|racontez|chante|chantez|dis|dites|lis|lisez)[- ](?:moi|nous) (?:une?|des|quelque chose)(?=\s)/iu,
  es: /^(?:por favor,? )*(?:cuéntame|cuentame|cántame|cantame|dime|léeme|leeme) (?:un|una|unos|unas|algo)\b/iu,
};

/** Whether a message only asks its reader to say something. */
export const isErrand = (message: string, locale: Locale): boolean => ERRANDS[locale].test(message.trim());
