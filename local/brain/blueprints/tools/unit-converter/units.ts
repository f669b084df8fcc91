import type { Setting, Values } from "#local/brain/blueprint.ts";
import { settingOf } from "#local/brain/blueprints/setting.ts";
import { UNIT_NAMES } from "./unit-names.ts";
import { ANY_UNIT, localesOf, UNITS, unitNamed } from "./unit-words.ts";

const BETWEEN = "to|into|in|and|nach|und|en|à|et|a|y";
const PAIR = new RegExp(
  String.raw`(?<![\p{L}\d])(${ANY_UNIT})[\s-]+(?:${BETWEEN})[\s-]+(?:(?:the|des|les|los|las)\s+)?(${ANY_UNIT})(?![\p{L}\d])`,
  "iu",
);

/** The two units between which a message converts, as `mi|km`; null if it names no such pair. */
export function pairIn(message: string): string | null {
  const match = PAIR.exec(message);
  return match && pairOf(match);
}

function pairOf([, one = "", other = ""]: RegExpExecArray): string | null {
  const [from, to] = [unitNamed(one), unitNamed(other)];
  return from && to && from.id !== to.id && from.category === to.category ? `${from.id}|${to.id}` : null;
}

/** The units with which the converter opens, as `mi|km`; empty if none are stated. */
export const UNIT_PAIR = settingOf({
  id: "units",
  initial: "",
  patterns: [PAIR],
  value: pairOf,
  stays: ([message]) => message,
  said: {
    en: "It opens with “%” and “%”.",
    de: "Zuerst zeigt er „%“ und „%“.",
    fr: "Il s’ouvre sur « % » et « % ».",
    es: "Se abre con «%» y «%».",
  },
  shown: (pair, locale) => unitsOf(pair).map(({ id, name }) => UNIT_NAMES[`say_${name}`]?.[locale] ?? id),
});

/** The language that only the names of the units tell: "Meilen in Kilometer". */
export const UNIT_LANGUAGE: Setting = {
  id: "locale",
  initial: "en",
  read(message) {
    const [, one = "", other = ""] = PAIR.exec(message) ?? [];
    const locales = localesOf(one).filter((locale) => localesOf(other).includes(locale));
    const [locale, ...more] = locales;
    return locale && more.length === 0 ? { value: locale, rest: message } : null;
  },
  spoken: () => "",
};

/** The symbols of the stated units, as the page shows them; empty if none are stated. */
export const statedSymbols = (value: Values): readonly string[] =>
  unitsOf(value(UNIT_PAIR.id)).map(({ id, name }) => value(`say_${name}_symbol`) || id);

const unitsOf = (pair: string) => pair.split("|").flatMap((id) => UNITS.find((unit) => unit.id === id) ?? []);
