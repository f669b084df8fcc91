import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { ledgerSchema } from "#core/factory/plan/ledger.ts";
import { behaviourSchema } from "#core/factory/specification/behaviour.ts";
import { ENTITY_ICONS } from "#core/factory/specification/entity-icon.ts";
import { CONSTRAINTS, FIELD_TYPES, fieldSchema, NEEDED } from "#core/factory/specification/field.ts";
import { formulaSchema } from "#core/factory/specification/formula.ts";
import { sectionSchema, siteSchema } from "#core/factory/specification/site.ts";
import { specificationSchema } from "#core/factory/specification/specification.ts";
import { viewSchema } from "#core/factory/specification/view.ts";
import { read } from "./files.ts";
import { rowsOf, sectionsOf } from "./sections.ts";

const PAGE = "docs/specification.md";
const section = sectionsOf(PAGE);

/** The names in backquotes. */
const named = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
const sorted = (names: readonly string[]): string[] => [...names].sort();

/** The tables of a section by the head of their first column. */
function table(heading: string, head: string): string[][] {
  const part = section(heading)
    .split(/\n\n/)
    .find((block) => new RegExp(`^\\| ${head} +\\|`).test(block.trim()));
  return rowsOf(part ?? "");
}

type Schema = any;
const json = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });

/** The members of each variant of a union by the value of its member `tag`. */
function variants(schema: z.ZodType, tag: string): Map<string, string[]> {
  const { anyOf, oneOf } = json(schema);
  return new Map(
    (anyOf ?? oneOf).flatMap(({ properties }: Schema) => {
      const { const: value, enum: values } = properties[tag];
      return (values ?? [value]).map((each: string) => [each, Object.keys(properties)]);
    }),
  );
}

describe("the page on specifications", () => {
  it("has each type with its constraints, and those that it needs in bold", () => {
    const rows = table("Entities", "type");
    expect(rows.map(([type]) => named(type)[0])).toEqual([...FIELD_TYPES]);
    for (const [cell, , constraints] of rows) {
      const type = named(cell)[0] as (typeof FIELD_TYPES)[number];
      expect([type, sorted(named(constraints))]).toEqual([type, sorted(CONSTRAINTS[type])]);
      const bold = [...(constraints ?? "").matchAll(/\*\*`(\w+)`\*\*/g)].map(([, name]) => name);
      expect([type, bold]).toEqual([type, NEEDED[type] ? [NEEDED[type]] : []]);
    }
  });

  it("explains each constraint", () => {
    const constraints = Object.keys(json(fieldSchema).properties).filter(
      (name) => !["id", "name", "type"].includes(name),
    );
    expect(table("Entities", "constraint").map(([name]) => named(name)[0])).toEqual(constraints);
  });

  it("has each operation with its operands", () => {
    const operations = variants(formulaSchema, "op");
    const rows = table("Formulas and conditions", "operation");
    expect(rows.map(([op]) => named(op)[0])).toEqual([...operations.keys()].sort(byPage(rows)));
    for (const [op, operands] of rows)
      expect(["op", ...named(operands)]).toEqual(operations.get(named(op)[0] as string));
  });

  it("has each kind of view and behaviour with its members", () => {
    const common = ["id", "name", "entity", "sort", "filter", "kind"];
    for (const [heading, schema, shared] of [
      ["Views", viewSchema, common],
      ["Behaviours", behaviourSchema, ["kind"]],
    ] as [string, z.ZodType, string[]][]) {
      const kinds = variants(schema, "kind");
      const rows = table(heading, "kind");
      expect(rows.map(([kind]) => named(kind)[0])).toEqual([...kinds.keys()]);
      for (const [kind, members] of rows) {
        const own = (kinds.get(named(kind)[0] as string) ?? []).filter((name) => !shared.includes(name));
        expect([kind, sorted(named(members))]).toEqual([kind, sorted(own)]);
      }
    }
  });

  it("has each member of the app, with the limits of the schema", () => {
    const { properties } = json(specificationSchema);
    const rows = table("The app", "member");
    expect(rows.map(([member]) => named(member)[0])).toEqual(Object.keys(properties));
    const text = new Map(rows.map(([member, value]) => [named(member)[0], value]));
    expect(text.get("name")).toContain(`up to ${properties.name.maxLength} characters`);
    expect(text.get("entities")).toMatch(new RegExp(`^1 to ${properties.entities.maxItems} `));
    expect(text.get("views")).toMatch(new RegExp(`^1 to ${properties.views.maxItems} `));
    expect(text.get("behaviours")).toBe(`up to ${properties.behaviours.maxItems}`);
    expect(named(text.get("locale"))).toEqual(properties.locale.enum);
    const look = Object.keys(properties.look.properties);
    expect(named(text.get("look"))).toEqual(expect.arrayContaining(look));
    expect(section("Entities")).toContain(
      `1 to ${properties.entities.items.properties.fields.maxItems} \`fields\``,
    );
  });

  it("names each icon of an entity, and no other", () => {
    const [, icons] = /The icons are drawn by Gantry: (.*?)\. /.exec(section("Entities")) ?? [];
    expect(named(icons)).toEqual([...ENTITY_ICONS]);
  });

  it("has each member and each kind of section of a site", () => {
    const { properties } = json(siteSchema);
    const rows = table("Sites", "member");
    expect(rows.map(([member]) => named(member)[0])).toEqual(Object.keys(properties));
    expect(named(rows.find(([member]) => member === "`facts`")?.[1])).toEqual(
      Object.keys(properties.facts.properties),
    );
    const kinds = variants(sectionSchema, "kind");
    const sections = table("Sites", "kind");
    expect(sections.map(([kind]) => named(kind)[0])).toEqual([...kinds.keys()]);
    for (const [kind, members] of sections) {
      const own = (kinds.get(named(kind)[0] as string) ?? []).slice(3);
      expect([kind, named(members)]).toEqual([kind, own]);
    }
  });

  it("has each outcome of the ledger", () => {
    const { maxItems, items } = json(ledgerSchema);
    expect(table("The request ledger", "outcome").map(([outcome]) => named(outcome)[0])).toEqual(
      items.properties.outcome.enum,
    );
    expect(section("The request ledger")).toContain(`up to ${maxItems} entries`);
  });

  it("is linked from the README and the architecture page", () => {
    expect(read("README.md")).toContain("(docs/specification.md)");
    expect(read("docs/architecture.md")).toContain("(specification.md)");
  });
});

/** In the order of the page, so that only missing and surplus names differ. */
function byPage(rows: readonly string[][]) {
  const order = rows.map(([cell]) => named(cell)[0]);
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}
