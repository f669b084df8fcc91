import { settingOf } from "#local/brain/blueprints/setting.ts";
import { UNIT_NAMES } from "./unit-names.ts";
import { pairIn } from "./units.ts";

const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ["temperature", /temp[eé]ratur|celsius|fahrenheit|kelvin/i],
  [
    "weight",
    /weight|mass|\bkg\b|\bkilos?\b|kilogram|\bgram|pound|\blbs?\b|ounce|\bstones?\b|gewicht|pfund|unzen|poids|livres?\b|onces?\b|\bpesos?\b|libras?\b|onzas?\b/i,
  ],
  ["volume", /volume|lit(?:re|er)|litro|gall?on|\bcups?\b|\bpints?\b|tassen?\b|tasses\b|tazas?\b/i],
  ["area", /\barea|square|fläche|surface|superficie|\báreas?\b/i],
  ["speed", /speed|km\/h|mph|knots?\b|geschwindigkeit|vitesse|velocidad/i],
  ["data", /\bdata\b|bytes?\b|octets?\b|datenmenge|de (?:données|datos)\b/i],
  ["energy", /energy|calori|joule|energie|énergie|energía/i],
  ["pressure", /pressure|\bbar\b|\bpsi\b|druckumrechner|druckeinheit|pression|presión/i],
  ["length", /length|distance|\bcm\b|inch|\bkm\b|miles?\b|feet|länge|longueur|longitud/i],
];

/** What the converter shows first: a temperature converter temperatures. */
export const CATEGORY = settingOf({
  id: "category",
  initial: "length",
  patterns: [/.*/s],
  // Two units say more than their category.
  value: ([message]) =>
    pairIn(message) === null ? (CATEGORIES.find(([, words]) => words.test(message))?.[0] ?? null) : null,
  stays: ([message]) => message,
  said: {
    en: "It opens with %.",
    de: "Zuerst zeigt er: %.",
    fr: "Il s’ouvre sur : %.",
    es: "Se abre con: %.",
  },
  shown(category, locale) {
    const name = UNIT_NAMES[`say_${category}`]?.[locale] ?? category;
    return [locale === "de" ? name : name.toLowerCase()];
  },
});
