import type { Locale } from "#core/factory/specification/specification.ts";

/** What is said to somebody who is to do something now, by language: "tell me a joke" is no app of jokes. */
const ERRANDS: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:please |can you |could you |will you )*(?:tell|sing|read|recite) (?:me|us) (?:an?|some|something|about)\b/iu,
  de: /^(?:bitte |kannst du )*(?:erzähle?|singe?|lies|sage?)(?: mir| uns)? (?:bitte )?(?:einen?|etwas|was|von|über)\b/iu,
  fr: /^(?:s'il te plaît,? |s'il vous plaît,? )*(?:raconte|racontez|chante|chantez|dis|dites|lis|lisez)[- ](?:moi|nous) (?:une?|des|quelque chose)(?=\s)/iu,
  es: /^(?:por favor,? )*(?:cuéntame|cuentame|cántame|cantame|dime|léeme|leeme) (?:un|una|unos|unas|algo)\b/iu,
};

/** What would have to think for its user: "something that writes my letters". */
const AUTHORS: Readonly<Record<Locale, RegExp>> = {
  en: /\b(?:something|an? \w+|app|tool|bot|program) (?:that|which|to) (?:automatically )?(?:writes?|composes?|translates?|summari[sz]es?|generates?) (?:my|me|our|us|all|any|texts?|essays?|emails?|letters?)\b/iu,
  de: /\b(?:etwas|eine? \w+|app|programm|tool),? (?:das|die|der|was) (?:mir |uns )?(?:automatisch )?(?:meine?n? |unsere?n? )?(?:[\p{L}-]+ ){0,3}(?:schreibt|übersetzt|zusammenfasst|generiert|verfasst)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:quelque chose|une? [\p{L}-]+|appli(?:cation)?|outil) qui (?:écrit|rédige|traduit|résume|génère) (?:mes|nos|des|automatiquement)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:algo|una? [\p{L}-]+|app|aplicación|herramienta) que (?:me |nos )?(?:escriba|escribe|redacte|redacta|traduzca|traduce|resuma|resume|genere|genera) (?:mis|nuestr[oa]s|automáticamente)(?!\p{L})/iu,
};

/** Whether a message asks for something that would write or translate in place of its user. */
export const isAuthor = (message: string, locale: Locale): boolean => AUTHORS[locale].test(message);

/** Whether a message only asks its reader to say something. */
export const isErrand = (message: string, locale: Locale): boolean => ERRANDS[locale].test(message.trim());
