import { expect, test } from "@jest/globals";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import { readSpecification } from "#core/factory/specification/files.ts";
import { type Specification, specificationSchema } from "#core/factory/specification/specification.ts";
import { PLANTS } from "./samples.ts";
import { generate, runTests, withFolder } from "./support.ts";

const withSlot = (slot: object = {}): Specification =>
  specificationSchema.parse({
    ...PLANTS,
    custom: [
      {
        id: "room_map",
        name: "Map",
        entity: "plant",
        purpose: "Draws the rooms with their plants.",
        ...slot,
      },
    ],
  });

test("a slot is a page whose file is not generated", () => {
  const { files } = generate(withSlot());
  const app = files.find(({ path }) => path === "public/app.js")?.content;
  expect(app).toMatch(/view\(customView, \{\s+id: "room-map",\s+name: "Map",\s+entity: plant,\s+\}\)/);
  expect(files.filter(({ path }) => path.startsWith("public/custom/"))).toEqual([]);
  expect(readSpecification(files)?.custom).toEqual(withSlot().custom);
});

test("an app whose slot is missing passes its tests", async () => {
  const { failed, output } = await withFolder(generate(withSlot()).files, runTests);
  expect([failed, failed === 0 ? "" : output]).toEqual([0, ""]);
});

test("a specification without slots results in the same files as before there were any", () => {
  expect(generate(PLANTS).files.some(({ path }) => path.includes("custom"))).toBe(false);
});

test("a slot names an entity and has an identifier of its own", () => {
  expect(specificationFaults(withSlot())).toEqual([]);
  expect(specificationFaults(withSlot({ entity: "room" }))).toEqual([
    "custom.room_map: 'room' is not an entity.",
  ]);
  expect(specificationFaults(withSlot({ id: "plants" }))).toEqual([
    "custom.plants: a view has this identifier.",
  ]);
});
