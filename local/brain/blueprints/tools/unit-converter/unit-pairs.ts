import type { Locale } from "#core/factory/specification/specification.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { UNITS } from "./unit-words.ts";

type Forms = Readonly<Record<Locale, readonly ((from: string, to: string) => string)[]>>;

/** How a request names a conversion between two units. */
const FORMS: Forms = {
  en: [(from, to) => `convert ${from} to ${to}`, (from, to) => `convert ${from} into ${to}`],
  de: [(from, to) => `${from} in ${to} umrechnen`],
  fr: [(from, to) => `convertir des ${from} en ${to}`, (from, to) => `convertir ${from} en ${to}`],
  es: [(from, to) => `convertir ${from} a ${to}`, (from, to) => `convertir ${from} en ${to}`],
};

const CONVERTER_FORMS: Forms = {
  en: [(from, to) => `${from} to ${to} converter`],
  de: [(from, to) => `${from}-in-${to}-Umrechner`, (from, to) => `Umrechner von ${from} in ${to}`],
  fr: [(from, to) => `convertisseur de ${from} en ${to}`],
  es: [(from, to) => `conversor de ${from} a ${to}`, (from, to) => `convertidor de ${from} a ${to}`],
};

/** Requests for a conversion between two units of one kind: "convert mile to kilometre", "Meilen in Kilometer umrechnen". */
export const CONVERSIONS: string = (Object.keys(FORMS) as Locale[])
  .map((locale) => pairs(FORMS, locale))
  .join(", ");

/** Names of converters between two units of one kind: "mile to kilometre converter". */
export const PAIR_CONVERTERS: Readonly<Record<Locale, string>> = {
  en: pairs(CONVERTER_FORMS, "en"),
  de: pairs(CONVERTER_FORMS, "de"),
  fr: pairs(CONVERTER_FORMS, "fr"),
  es: pairs(CONVERTER_FORMS, "es"),
};

/** All the units by name. */
export const UNIT_WORDS: string = UNITS.flatMap(({ words }) => Object.values(words)).join(", ");

function pairs(forms: Forms, locale: Locale): string {
  return UNITS.flatMap((one) =>
    UNITS.filter((other) => other.category === one.category && other.id !== one.id).flatMap((other) =>
      phrases(one.words[locale]).flatMap((from) =>
        phrases(other.words[locale]).flatMap((to) => forms[locale].map((form) => form(from, to))),
      ),
    ),
  ).join(", ");
}
