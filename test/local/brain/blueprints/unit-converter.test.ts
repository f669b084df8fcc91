import { expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";
import { buildRequest } from "#test/local/brain/build-request.ts";

it.each([
  ["convert miles to kilometres", "mi|km", "“Mile” and “Kilometer”"],
  ["a converter for miles to km", "mi|km", "“Mile” and “Kilometer”"],
  ["an app to convert celsius into fahrenheit", "°C|°F", "“Celsius” and “Fahrenheit”"],
  ["kilos to pounds converter", "kg|lb", "“Kilogram” and “Pound”"],
  ["ounces to grams converter with dark mode", "oz|g", "“Ounce” and “Gram”"],
  ["convert mph to km/h", "mph|km/h", "“Mile per hour” and “Kilometer per hour”"],
  ["convert litres to cups", "l|cup", "“Liter” and “Cup (US)”"],
  ["acres to hectares converter", "ac|ha", "“Acre” and “Hectare”"],
  ["inches to cm converter", "in|cm", "“Inch” and “Centimeter”"],
  ["Meilen in Kilometer umrechnen", "mi|km", "„Meile“ und „Kilometer“"],
  ["Umrechner von Pfund in Kilogramm", "lb|kg", "„Pfund“ und „Kilogramm“"],
  ["convertir des miles en kilomètres", "mi|km", "« Mille » et « Kilomètre »"],
  ["convertisseur de livres en kilos", "lb|kg", "« Livre » et « Kilogramme »"],
  ["convertidor de millas a kilómetros", "mi|km", "«Milla» y «Kilómetro»"],
  ["convertir libras a kilos", "lb|kg", "«Libra» y «Kilogramo»"],
])("%j is a unit converter that opens with %s", (message, pair, said) => {
  const { proposal } = consult({ messages: [message] });
  expect(proposal?.kind).toBe("unit-converter");
  expect(proposal?.ledger?.filter(({ outcome }) => outcome === "refused")).toEqual([]);
  expect(proposal?.summary).toContain(said);
  const { files } = buildRequest([message]);
  const app = files.find(({ path }) => path === "public/app.js")?.content;
  expect(app).toContain(`, "${pair}")`);
});

it.each([
  ["a temperature converter", "temperature"],
  ["a weight converter", "weight"],
])("%j opens with a category", (message, category) => {
  expect(consult({ messages: [message] }).proposal?.summary).toContain(category);
});

it.each(["convert kg to miles", "convert leads to customers"])("%j is none", (message) => {
  expect(consult({ messages: [message] }).proposal?.kind).not.toBe("unit-converter");
});
