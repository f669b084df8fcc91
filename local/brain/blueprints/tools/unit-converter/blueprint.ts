import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { defineTool } from "#local/brain/blueprints/tools/tool.ts";
import { CATEGORY } from "./category.ts";
import { promisesIn } from "./promises.ts";
import { TEXTS } from "./texts.ts";
import { CONVERSIONS, PAIR_CONVERTERS, UNIT_WORDS } from "./unit-pairs.ts";
import { UNIT_LANGUAGE, UNIT_PAIR } from "./units.ts";

/** Converts units of ten categories. */
export const UNIT_CONVERTER = defineTool({
  kind: "unit-converter",
  title: "Unit Converter",
  spoken: "a unit converter",
  hue: 215,
  names: {
    en: `unit converter, unit conversion, unit conversion app, converter, conversion app, conversion calculator,
      unit calculator, measurement converter, metric converter, metric imperial converter,
      metric to imperial converter, imperial to metric converter, length converter, distance converter,
      weight converter, mass converter, temperature converter, volume converter, area converter,
      speed converter, time unit converter, data converter, energy converter, pressure converter,
      ${PAIR_CONVERTERS.en}`,
    de: `Einheitenrechner, Einheitenumrechner, Einheitenkonverter, Maßeinheitenrechner, Umrechner,
      Temperaturumrechner, Längenumrechner, Gewichtsumrechner, Volumenumrechner, Flächenumrechner,
      Geschwindigkeitsumrechner, Energieumrechner, Druckumrechner, Datenmengenumrechner, ${PAIR_CONVERTERS.de}`,
    fr: `convertisseur, convertisseur d'unités, convertisseur d'unités de mesure, convertisseur de mesures,
      convertisseur de température, convertisseur de températures, convertisseur de longueur,
      convertisseur de longueurs, convertisseur de distances, convertisseur de poids,
      convertisseur de volume, convertisseur de volumes, convertisseur de surface, convertisseur de surfaces,
      convertisseur de vitesse, convertisseur de vitesses, ${PAIR_CONVERTERS.fr}`,
    es: `conversor, convertidor, conversor de unidades, convertidor de unidades, conversor de medidas,
      convertidor de medidas, conversor de temperatura, convertidor de temperatura,
      conversor de temperaturas, conversor de longitud, convertidor de longitud, conversor de distancias,
      conversor de peso, conversor de volumen, conversor de superficie,
      conversor de velocidad, ${PAIR_CONVERTERS.es}`,
  },
  purposes: `convert unit, convert measurement, converting unit, convert length, convert weight,
    convert temperature, convert between unit, Einheiten, Einheiten umrechnen, Maße, convertir des unités,
    convertir unidades, ${CONVERSIONS}`,
  purposeMatters: true,
  inherent: `unit, convert, conversion, category, length, distance, weight, mass, temperature, volume, area, speed,
    time, data, energy, pressure, metric, imperial, millimetre, millimeter, mm, tablespoon, teaspoon, acre,
    hectare, second, minute, hour, day, week, byte, megabyte, gigabyte, joule, calorie, bar, psi, swap, swap button, exact, value, number, result, dropdown, between, measurement, live result, Einheit, Einheiten,
    Maßeinheiten, umrechnen, Umrechnung, Länge, Gewicht, Temperatur, Volumen, Fläche, Geschwindigkeit,
    Energie, Druck, Tauschen, unité, unités, convertir, conversion, longueur, poids, température, vitesse,
    surface, énergie, pression, unidad, unidades, medida, medidas, conversión, longitud, peso, temperatura,
    superficie, velocidad, energía, presión, ${UNIT_WORDS}`,
  texts: TEXTS,
  summary: "A unit converter that runs in the browser: ten kinds of units, converted exactly while you type.",
  features: [
    {
      id: "all_units",
      title: "Results in all units",
      synonyms:
        phrases(`all unit, all unit at once, result in all unit, every unit, table, table of unit, overview,
        conversion table`),
      default: true,
    },
    {
      id: "copy",
      title: "Copying the result",
      spoken: "a button to copy the result",
      synonyms: phrases("copy, copy result, copy button, copying, clipboard, copy to clipboard"),
      default: true,
    },
    PERSISTENCE,
    DARK_MODE,
    {
      id: "rounding",
      title: "Choice of decimal places",
      spoken: "a choice of decimal places",
      synonyms: phrases("rounding, round, decimal place, precision, decimal, significant digit"),
      default: false,
      ask: "Should the decimal places be selectable?",
    },
  ],
  parts: ["all_units", "rounding"],
  shared: ["exact", "copy"],
  modules: { "public/lib/copy.js": "copy" },
  settings: [CATEGORY, UNIT_PAIR, UNIT_LANGUAGE],
  promises: promisesIn,
});
