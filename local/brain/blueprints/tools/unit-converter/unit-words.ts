import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";

/** A unit that people name in a request. */
interface Unit {
  /** As in `files/public/model/units.js`. */
  readonly id: string;
  readonly category: string;
  /** Its name in `unit-names.ts`; with `_symbol`, that of a symbol that differs between languages. */
  readonly name: string;
  /** What it is called in each language, separated by commas; English in the singular. */
  readonly words: Readonly<Record<Locale, string>>;
}

/** Units that people convert to each other, by category. */
export const UNITS: readonly Unit[] = `
  length      | mi   | mile               | mile | Meilen | miles, milles | millas
  length      | km   | kilometer          | kilometre, kilometer, km | Kilometer, km | kilomètres, km | kilómetros, km
  length      | m    | meter              | metre, meter | Meter | mètres | metros
  length      | ft   | foot               | foot, feet | Fuß | pieds | pies
  length      | yd   | yard               | yard | Yards | yards | yardas
  length      | in   | inch               | inch | Zoll | pouces | pulgadas
  length      | cm   | centimeter         | centimetre, centimeter, cm | Zentimeter, cm | centimètres, cm | centímetros, cm
  weight      | kg   | kilogram           | kg, kilogram, kilo | Kilogramm, kg, Kilo | kilos, kilogrammes, kg | kilos, kilogramos, kg
  weight      | g    | gram               | gram | Gramm | grammes | gramos
  weight      | lb   | pound              | pound, lb | Pfund | livres | libras
  weight      | oz   | ounce              | ounce | Unzen | onces | onzas
  weight      | st   | stone              | stone | Stone | stones | stones
  temperature | °C   | celsius            | celsius | Celsius | celsius | celsius
  temperature | °F   | fahrenheit         | fahrenheit | Fahrenheit | fahrenheit | fahrenheit
  temperature | K    | kelvin             | kelvin | Kelvin | kelvin | kelvin
  volume      | l    | liter              | litre, liter | Liter | litres | litros
  volume      | gal  | gallon             | gallon | Gallonen | gallons | galones
  volume      | cup  | cup                | cup | Tassen | tasses | tazas
  volume      | pt   | pint               | pint | Pints | pintes | pintas
  area        | ac   | acre               | acre | Acres | acres | acres
  area        | ha   | hectare            | hectare | Hektar | hectares | hectáreas
  speed       | mph  | mile_per_hour      | mph | mph | mph | mph
  speed       | km/h | kilometer_per_hour | km/h | km/h | km/h | km/h
  speed       | kn   | knot               | knot | Knoten | nœuds | nudos
`
  .trim()
  .split("\n")
  .map((line) => {
    const [category = "", id = "", name = "", en = "", de = "", fr = "", es = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    return { id, category, name, words: { en, de, fr, es } };
  });

/** The unit that a word names in any language, in the singular or the plural; undefined if none. */
export function unitNamed(word: string): Unit | undefined {
  const name = word.toLowerCase();
  return UNITS.find(({ words }) => LOCALES.some((locale) => formsOf(words[locale]).includes(name)));
}

/** The languages in which a word names a unit. */
export const localesOf = (word: string): readonly Locale[] =>
  LOCALES.filter((locale) => UNITS.some(({ words }) => formsOf(words[locale]).includes(word.toLowerCase())));

/** All the words for units, the longest first, as a part of a regular expression. */
export const ANY_UNIT: string = UNITS.flatMap(({ words }) => Object.values(words).flatMap(formsOf))
  .sort((a, b) => b.length - a.length)
  .join("|");

/** The words, also with the endings of plurals: "inch" and "inches". */
function formsOf(words: string): string[] {
  return words.split(", ").flatMap((word) => {
    const name = word.toLowerCase();
    return [name, `${name}s`, `${name}es`];
  });
}
