import assert from "node:assert/strict";
import { test } from "node:test";
import { allCities, findCity } from "../public/model/cities.js";

const cities = allCities();
const zoneOf = (text) => findCity(cities, text)?.zone;

test("a city is found without its accents and in several languages", () => {
  assert.equal(zoneOf("new york"), "America/New_York");
  assert.equal(zoneOf("Zürich"), zoneOf("zurich"));
  assert.deepEqual([zoneOf("Tokio"), zoneOf("Pékin"), zoneOf("Londres")], ["Asia/Tokyo", "Asia/Shanghai", "Europe/London"]);
});

test("the beginning of a name is enough, and another name is no city", () => {
  assert.equal(zoneOf("Reykj"), "Atlantic/Reykjavik");
  assert.deepEqual([zoneOf("Atlantis"), zoneOf(" ")], [undefined, undefined]);
});

test("no name stands twice", () => {
  const names = cities.map(({ name }) => name.toLowerCase());
  assert.equal(new Set(names).size, names.length);
});
