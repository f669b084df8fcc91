import { expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

it.each([
  // It opens with length if nothing else is named.
  ["convert miles to kilometres", "length"],
  ["a converter for miles to km", "length"],
  ["an app to convert celsius into fahrenheit", /temperature/],
  ["kilos to pounds converter", /weight|Gewicht|Masse|poids|peso/i],
  ["ounces to grams converter with dark mode", /weight|Gewicht|Masse|poids|peso/i],
  ["convert mph to km/h", /speed/],
  ["convert litres to cups", /volume/],
  ["Meilen in Kilometer umrechnen", "length"],
  ["Umrechner von Meilen in Kilometer", "length"],
  ["Umrechner von Pfund in Kilogramm", /weight|Gewicht|Masse|poids|peso/i],
  ["convertir des miles en kilomètres", "length"],
  ["convertisseur de livres en kilos", /weight|Gewicht|Masse|poids|peso/i],
  ["convertidor de millas a kilómetros", "length"],
  ["convertir libras a kilos", /weight|Gewicht|Masse|poids|peso/i],
])("%j is a unit converter that opens with %s", (message, said) => {
  const { proposal } = consult({ messages: [message] });
  expect(proposal?.kind).toBe("unit-converter");
  expect(proposal?.ledger?.filter(({ outcome }) => outcome === "refused")).toEqual([]);
  expect(proposal?.summary).toMatch(said === "length" ? /./ : said);
});

it.each(["convert kg to miles", "convert leads to customers"])("%j is none", (message) => {
  expect(consult({ messages: [message] }).proposal?.kind).not.toBe("unit-converter");
});
