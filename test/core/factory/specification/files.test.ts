import { describe, expect, it } from "@jest/globals";
import { readSpecification, specificationFiles } from "#core/factory/specification/files.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { checkFiles } from "#core/kernel/files.ts";
import { fc } from "#test/support/property.ts";
import { PLANTS } from "./samples.ts";

/** The same value with the members of each object in another order. */
function shuffled<T>(value: T, rank: (key: string) => number): T {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, rank)) as T;
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, item]) => [key, shuffled(item, rank)])) as T;
}

/** A specification with these parts in this order. */
const variants = fc
  .record({
    entities: fc.shuffledSubarray(PLANTS.entities, { minLength: 1 }),
    views: fc.shuffledSubarray(PLANTS.views, { minLength: 1 }),
    behaviours: fc.shuffledSubarray(PLANTS.behaviours),
    name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
  })
  .map((parts): Specification => ({ ...PLANTS, ...parts }))
  .filter(({ name }) => name.isWellFormed());

describe("the files of a specification", () => {
  it("are one for each entity and view, and one for the rest, sorted by path", () => {
    expect(specificationFiles(PLANTS).map(({ path }) => path)).toEqual([
      "specification/app.json",
      "specification/entities/plant.json",
      "specification/entities/purchase.json",
      "specification/views/calendar.json",
      "specification/views/costs.json",
      "specification/views/numbers.json",
      "specification/views/photos.json",
      "specification/views/places.json",
      "specification/views/plants.json",
      "specification/views/share.json",
    ]);
  });

  it("contain each part once", () => {
    const [app, plant] = specificationFiles(PLANTS).map(({ content }) => JSON.parse(content));
    expect(app).toEqual({
      ...PLANTS,
      entities: ["plant", "purchase"],
      views: ["plants", "calendar", "photos", "places", "costs", "share", "numbers"],
    });
    expect(plant).toEqual(PLANTS.entities[0]);
  });

  it("give the same specification when they are read back, in whatever order they are", () => {
    fc.assert(
      fc.property(variants, fc.infiniteStream(fc.nat()), (specification, order) => {
        const files = specificationFiles(specification);
        checkFiles(files, { files: 100, bytes: 1e6, file_bytes: 1e6 });
        const others = files.map((file) => ({ file, at: order.next().value as number }));
        const moved = others.sort((a, b) => a.at - b.at).map(({ file }) => file);
        expect(readSpecification(moved)).toEqual(specification);
      }),
    );
  });

  it("have the same bytes whatever order the members were stored in", () => {
    fc.assert(
      fc.property(variants, fc.func(fc.nat()), (specification, rank) => {
        expect(specificationFiles(shuffled(specification, rank))).toEqual(specificationFiles(specification));
      }),
    );
  });

  it.each([
    ["without app.json", "specification/app.json", undefined],
    ["without the file of an entity", "specification/entities/plant.json", undefined],
    ["with an app.json that is not JSON", "specification/app.json", "{"],
    ["with a view that is not one", "specification/views/costs.json", '{"kind":"globe"}'],
  ])("form no specification %s", (_, path, content) => {
    const files = specificationFiles(PLANTS).flatMap((file) =>
      file.path !== path ? [file] : content === undefined ? [] : [{ path, content }],
    );
    expect(readSpecification(files)).toBeUndefined();
  });

  it("form no specification with names of parts that are not strings", () => {
    const app = { ...PLANTS, entities: [["plant"], null, {}], views: 7 };
    const files = [{ path: "specification/app.json", content: JSON.stringify(app) }];
    expect(readSpecification(files)).toBeUndefined();
  });
});
