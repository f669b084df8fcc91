import { expect, it } from "@jest/globals";
import { ENTITY_ICON_LINES } from "#core/factory/generate/emit/entity-icons.ts";
import { ENTITY_ICONS } from "#core/factory/specification/entity-icon.ts";
import { readSpecification } from "#core/factory/specification/files.ts";
import { specificationSchema } from "#core/factory/specification/specification.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";
import { generate } from "#test/core/factory/generate/support.ts";

const [first, ...others] = PLANTS.entities;
const withIcon = { ...PLANTS, entities: [{ ...first, icon: "plant" as const }, ...others] } as typeof PLANTS;
const moduleOf = (specification: typeof PLANTS) =>
  generate(specification).files.find(({ path }) => path === "public/entities/plant.js")?.content ?? "";

it("each icon of an entity is a line of its own", () => {
  const lines = Object.values(ENTITY_ICON_LINES);
  expect(new Set(lines).size).toBe(ENTITY_ICONS.length);
  expect(ENTITY_ICONS.length).toBeGreaterThanOrEqual(40);
  for (const line of lines) expect(line).toMatch(/^M[\d.]+ [\d.]+[-MLHVCSAZmlhvcsaz\d. ]+$/);
});

it("an app contains the line of the icon that its specification names, and no other", () => {
  expect(moduleOf(withIcon)).toContain(`icon: "${ENTITY_ICON_LINES.plant}"`);
  expect(readSpecification(generate(withIcon).files)?.entities[0]?.icon).toBe("plant");
  expect(moduleOf(PLANTS)).not.toContain("icon");
  const all = generate(withIcon).files.map(({ content }) => content);
  expect(all.filter((content) => content.includes(ENTITY_ICON_LINES.trophy))).toEqual([]);
});

it("no other icon is permitted", () => {
  const other = { ...PLANTS, entities: [{ ...first, icon: "unicorn" }, ...others] };
  expect(specificationSchema.safeParse(withIcon).success).toBe(true);
  expect(specificationSchema.safeParse(other).success).toBe(false);
});
