import { expect, it } from "@jest/globals";
import { ENTITY_ICONS } from "#core/factory/specification/entity-icon.ts";
import { iconOf } from "#local/brain/lexicon/icons.ts";
import { NOUNS } from "#local/brain/lexicon/nouns.ts";
import { readRequest } from "#local/brain/recognise/read/read.ts";

const iconsIn = (...say: string[]) => readRequest(say).specification?.entities.map(({ icon }) => icon);

it("each kind of record of the lexicon has an icon, and each icon stands for one", () => {
  const icons = NOUNS.map(iconOf);
  expect(NOUNS.filter((noun) => iconOf(noun) === undefined).map(({ key }) => key)).toEqual([]);
  expect(ENTITY_ICONS.filter((icon) => !icons.includes(icon))).toEqual([]);
});

it.each([
  ["plant watering tracker", "plant"],
  ["a dog list", "animal"],
  ["Rezeptbuch", "meal"],
  ["une liste de livres", "book"],
  ["lista de facturas", "receipt"],
])("%s has the icon of what it keeps", (message, icon) => {
  expect(iconsIn(message)?.[0]).toBe(icon);
});

it("a kind of record that the lexicon does not know has none", () => {
  expect(iconsIn("an app for dragons", "name, color and age")).toEqual([undefined]);
});
