import { phrases } from "#local/brain/blueprints/phrases.ts";

/** Units that people convert to each other, as they say them in each language. */
const UNITS = {
  en: [
    "mile, kilometre, kilometer, km, metre, meter, foot, feet, yard, inch, centimetre, centimeter, cm",
    "kg, kilogram, kilo, gram, pound, lb, ounce, stone",
    "celsius, fahrenheit, kelvin",
    "litre, liter, gallon, cup, pint",
    "mph, km/h, knot",
  ],
  de: [
    "Meilen, Kilometer, km, Meter, Fuß, Zoll, Zentimeter, cm",
    "Kilogramm, kg, Kilo, Gramm, Pfund, Unzen",
    "Celsius, Fahrenheit, Kelvin",
    "Liter, Gallonen, Tassen",
  ],
  fr: [
    "miles, kilomètres, km, mètres, pieds, pouces, centimètres, cm",
    "kilos, kilogrammes, kg, grammes, livres, onces",
    "celsius, fahrenheit, kelvin",
    "litres, gallons, tasses",
  ],
  es: [
    "millas, kilómetros, km, metros, pies, pulgadas, centímetros, cm",
    "kilos, kilogramos, kg, gramos, libras, onzas",
    "celsius, fahrenheit, kelvin",
    "litros, galones, tazas",
  ],
} as const;

/** How a request names a conversion between two units. */
const FORMS: Readonly<Record<keyof typeof UNITS, readonly ((from: string, to: string) => string)[]>> = {
  en: [(from, to) => `convert ${from} to ${to}`, (from, to) => `convert ${from} into ${to}`],
  de: [(from, to) => `${from} in ${to} umrechnen`],
  fr: [(from, to) => `convertir des ${from} en ${to}`, (from, to) => `convertir ${from} en ${to}`],
  es: [(from, to) => `convertir ${from} a ${to}`, (from, to) => `convertir ${from} en ${to}`],
};

/** Requests for a conversion between two units of one kind: "convert mile to kilometre", "Meilen in Kilometer umrechnen". */
export const CONVERSIONS: string = pairs(FORMS);

/** Names of converters between two units of one kind: "mile to kilometre converter". */
export const PAIR_CONVERTERS: Readonly<Record<keyof typeof UNITS, string>> = {
  en: pairs({ en: [(from, to) => `${from} to ${to} converter`] }),
  de: pairs({
    de: [(from, to) => `${from}-in-${to}-Umrechner`, (from, to) => `Umrechner von ${from} in ${to}`],
  }),
  fr: pairs({ fr: [(from, to) => `convertisseur de ${from} en ${to}`] }),
  es: pairs({
    es: [(from, to) => `conversor de ${from} a ${to}`, (from, to) => `convertidor de ${from} a ${to}`],
  }),
};

/** All the units by name. */
export const UNIT_WORDS: string = Object.values(UNITS).flat().join(", ");

function pairs(forms: Partial<typeof FORMS>): string {
  const said = Object.entries(forms).flatMap(([locale, inWords]) =>
    UNITS[locale as keyof typeof UNITS]
      .map(phrases)
      .flatMap((units) =>
        units.flatMap((from) =>
          units.filter((to) => to !== from).flatMap((to) => inWords.map((form) => form(from, to))),
        ),
      ),
  );
  return said.join(", ");
}
