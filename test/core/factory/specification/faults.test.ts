import { describe, expect, it } from "@jest/globals";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import {
  CONSTRAINTS,
  FIELD_TYPES,
  type Field,
  type FieldType,
  NEEDED,
} from "#core/factory/specification/field.ts";
import { type Specification, specificationSchema } from "#core/factory/specification/specification.ts";
import { fc } from "#test/support/property.ts";
import { PLANTS } from "./samples.ts";

type Change = (specification: any) => void;

/** The faults of the sample after a change that still fits the schema. */
function faultsAfter(change: Change): string[] {
  const changed = structuredClone(PLANTS);
  change(changed);
  return specificationFaults(specificationSchema.parse(changed));
}

/** A value for each constraint that fits every type that takes it. */
const VALUES = {
  required: () => true,
  unique: () => true,
  default: (type: FieldType) =>
    ({ text: "a", boolean: true, date: "today", time: "08:00", choice: "a", color: "#000000" })[
      type as string
    ] ?? 1,
  options: () => [{ id: "a", name: "A" }],
  unit: () => "kg",
  min: () => 0,
  max: () => 5,
  reference: () => ({ entity: "plant", many: false, owned: false, on_delete: "clear" }),
  formula: () => ({ op: "add", left: { number: 1 }, right: { number: 2 } }),
} satisfies Record<Exclude<keyof Field, "id" | "name" | "type">, (type: FieldType) => unknown>;
type Constraint = keyof typeof VALUES;
const NAMES = Object.keys(VALUES) as Constraint[];

/** The sample with one more field that has these constraints. */
function faultsOfField(type: FieldType, constraints: readonly Constraint[]): string[] {
  const values = Object.fromEntries(constraints.map((name) => [name, VALUES[name](type)]));
  return faultsAfter(({ entities }) =>
    entities[0].fields.push({ id: "more", name: "More", type, ...values }),
  );
}

const needed = (type: FieldType): Constraint[] => (NEEDED[type] ? [NEEDED[type]] : []);

describe("the constraints of a type", () => {
  const pairs = FIELD_TYPES.flatMap((type) => NAMES.map((name) => [type, name] as const));

  it("cover 26 types and all constraints of the schema", () => {
    expect(FIELD_TYPES).toHaveLength(26);
    expect(new Set(Object.values(CONSTRAINTS).flat())).toEqual(new Set(NAMES));
  });

  it.each(pairs)("%s with %s is valid exactly if the table permits it", (type, name) => {
    const faults = faultsOfField(type, [...new Set([...needed(type), name])]);
    const expected = CONSTRAINTS[type].includes(name)
      ? []
      : [`entities.plant.more: ${type} has no '${name}'.`];
    expect(faults.filter((fault) => !fault.includes(".default:"))).toEqual(expected);
  });

  it("are valid in every combination that the table permits, and invalid with any other", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_TYPES), fc.subarray(NAMES), (type, chosen) => {
        const faults = faultsOfField(type, [...new Set([...needed(type), ...chosen])]);
        const others = chosen.filter((name) => !CONSTRAINTS[type].includes(name));
        for (const name of others) expect(faults).toContain(`entities.plant.more: ${type} has no '${name}'.`);
        if (others.length === 0) expect(faults).toEqual([]);
      }),
    );
  });

  it.each(Object.entries(NEEDED))("%s is invalid without %s", (type, name) => {
    expect(faultsOfField(type as FieldType, [])).toEqual([`entities.plant.more: ${type} needs '${name}'.`]);
  });
});

describe("the default of a type", () => {
  it.each<[FieldType, unknown[], unknown[]]>([
    ["text", [""], [1, true]],
    ["integer", [0, -3], [1.5, "1", true]],
    ["decimal", [1.5], ["1.5"]],
    ["money", [1999], [19.99]],
    ["percent", [50], [true]],
    ["duration", [90], [-1, 0.5]],
    ["boolean", [false], ["false", 0]],
    ["date", ["today", "2026-02-28"], ["tomorrow", "2026-02-30", "2026-13-01", 5]],
    ["time", ["00:00", "23:59"], ["24:00", "9:00"]],
    ["color", ["#1f6feb"], ["red", "#FFF"]],
  ])("%s fits its values", (type, valid, invalid) => {
    const faults = (value: unknown) =>
      faultsAfter(({ entities }) =>
        entities[0].fields.push({ id: "more", name: "More", type, default: value }),
      );
    for (const value of valid) expect([value, faults(value)]).toEqual([value, []]);
    for (const value of invalid)
      expect([value, faults(value)]).toEqual([
        value,
        [`entities.plant.more.default: ${type} cannot be '${value}'.`],
      ]);
  });

  it("lies between the minimum and the maximum", () => {
    const change: Change = ({ entities }) => {
      entities[0].fields[4].default = 0;
    };
    expect(faultsAfter(change)).toEqual(["entities.plant.water_every.default: integer cannot be '0'."]);
  });
});

/** Changes of the sample that each make one reference lead nowhere, or to a part of a type that cannot be used. */
const WRONG: readonly (readonly [string, Change, string])[] = [
  ["an entity twice", (s) => s.entities.push(s.entities[1]), "entities: 'purchase' is a duplicate."],
  ["a view twice", (s) => s.views.push(s.views[0]), "views: 'plants' is a duplicate."],
  [
    "a field twice",
    (s) => s.entities[1].fields.push(s.entities[1].fields[0]),
    "entities.purchase: 'item' is a duplicate.",
  ],
  [
    "an option twice",
    (s) => s.entities[0].fields[2].options.push({ id: "inside", name: "In" }),
    "entities.plant.place: 'inside' is a duplicate.",
  ],
  [
    "a reserved entity",
    (s) => s.entities.push({ ...s.entities[1], id: "class" }),
    "entities: 'class' is reserved.",
  ],
  [
    "a reserved field",
    (s) => s.entities[1].fields.push({ id: "id", name: "Id", type: "text" }),
    "entities.purchase: 'id' is reserved.",
  ],
  [
    "records that no view lists all of",
    (s) => {
      s.views = s.views.filter((view: { entity: string }) => view.entity !== "plant");
      s.views.push({ id: "due", name: "Due", entity: "plant", kind: "calendar", date: "last_watered" });
    },
    "views: no view shows all records of 'plant': add a list, table, gallery or board without a filter.",
  ],
  ["a reserved view", (s) => s.views.push({ ...s.views[0], id: "app" }), "views: 'app' is reserved."],
  [
    "a display that is missing",
    (s) => {
      s.entities[0].display = "title";
    },
    "entities.plant.display: 'title' is not a field.",
  ],
  [
    "an option as default that is missing",
    (s) => {
      s.entities[0].fields[2].default = "attic";
    },
    "entities.plant.place.default: choice cannot be 'attic'.",
  ],
  [
    "min above max",
    (s) => {
      s.entities[0].fields[4].max = 0;
    },
    "entities.plant.water_every: min is more than max.",
  ],
  [
    "a rating of 11 stars",
    (s) => s.entities[0].fields.push({ id: "stars", name: "Stars", type: "rating", max: 11 }),
    "entities.plant.stars.max: a rating has 2 to 10 stars.",
  ],
  [
    "a reference to no entity",
    (s) => {
      s.entities[1].fields[2].reference.entity = "tree";
    },
    "entities.purchase.plant.reference: 'tree' is not an entity.",
  ],
  [
    "an owned reference to several",
    (s) => {
      s.entities[1].fields[2].reference.many = true;
    },
    "entities.purchase.plant.reference: a record belongs to one record, not to several.",
  ],
  [
    "an owned reference that is cleared",
    (s) => {
      s.entities[1].fields[2].reference.on_delete = "clear";
    },
    "entities.purchase.plant.reference: 'owned' needs on_delete 'cascade'.",
  ],
  [
    "records that belong to themselves",
    (s) => {
      s.entities[1].fields[2].reference.entity = "purchase";
    },
    "entities.purchase: its records would belong to themselves.",
  ],
  [
    "a formula over no field",
    (s) => {
      s.entities[0].fields[5].formula.left.field = "bought";
    },
    "entities.plant.next_watering.formula: 'bought' is not a field of 'plant'.",
  ],
  [
    "a formula over a text",
    (s) => {
      s.entities[0].fields[5].formula.left.field = "name";
    },
    "entities.plant.next_watering.formula: 'name' is text, which it cannot compute with.",
  ],
  [
    "a number in place of a date",
    (s) => {
      s.entities[0].fields[5].formula.left = { number: 1 };
    },
    "entities.plant.next_watering.formula: 1 is not a date.",
  ],
  [
    "today in place of a number",
    (s) => {
      s.entities[0].fields[5].formula.right = { today: true };
    },
    "entities.plant.next_watering.formula: today is not a number.",
  ],
  [
    "a computed date in place of a number",
    (s) => {
      s.entities[0].fields[5].formula.right = { field: "next_watering" };
    },
    "entities.plant.next_watering.formula: 'next_watering' is computed, which it cannot compute with.",
  ],
  [
    "an aggregate through another field",
    (s) => {
      s.entities[0].fields[6].formula.through = "item";
    },
    "entities.plant.spent.formula: 'purchase.item' does not refer to 'plant'.",
  ],
  [
    "an aggregate over no entity",
    (s) => {
      s.entities[0].fields[6].formula.entity = "sale";
    },
    "entities.plant.spent.formula: 'sale.plant' does not refer to 'plant'.",
  ],
  [
    "an aggregate over a text",
    (s) => {
      s.entities[0].fields[6].formula.field = "item";
    },
    "entities.plant.spent.formula: 'item' is text, which it cannot compute with.",
  ],
  [
    "the latest of a number",
    (s) => {
      s.entities[0].fields[6].formula.op = "latest";
    },
    "entities.plant.spent.formula: 'price' is money, which it cannot compute with.",
  ],
  [
    "a formula over itself",
    (s) => {
      s.entities[0].fields[5].formula.left.field = "next_watering";
    },
    "entities.plant.next_watering.formula: depends on itself.",
  ],
  [
    "a view of no entity",
    (s) => {
      s.views[0].entity = "tree";
    },
    "views.plants: 'tree' is not an entity.",
  ],
  [
    "a view of no field",
    (s) => {
      s.views[0].fields.push("height");
    },
    "views.plants: 'height' is not a field of 'plant'.",
  ],
  [
    "a view sorted by no field",
    (s) => {
      s.views[0].sort.field = "height";
    },
    "views.plants: 'height' is not a field of 'plant'.",
  ],
  [
    "a view filtered by no field",
    (s) => {
      s.views[4].filter[0].field = "height";
    },
    "views.costs: 'height' is not a field of 'purchase'.",
  ],
  [
    "a comparison without a value",
    (s) => {
      delete s.views[4].filter[0].value;
    },
    "views.costs: 'more' takes 1 of value and than.",
  ],
  [
    "a comparison with two values",
    (s) => {
      s.views[4].filter[0].than = { number: 1 };
    },
    "views.costs: 'more' takes 1 of value and than.",
  ],
  [
    "a comparison of nothing with a value",
    (s) => {
      s.views[4].filter[0].is = "empty";
    },
    "views.costs: 'empty' takes 0 of value and than.",
  ],
  [
    "a comparison with no field",
    (s) => {
      s.views[4].filter = [{ field: "price", is: "more", than: { field: "cost" } }];
    },
    "views.costs: 'cost' is not a field of 'purchase'.",
  ],
  [
    "a calendar of a text",
    (s) => {
      s.views[1].date = "name";
    },
    "views.calendar: a text cannot be used as 'name' here.",
  ],
  [
    "a calendar of a computed number",
    (s) => {
      s.views[1].date = "spent";
    },
    "views.calendar: a computed cannot be used as 'spent' here.",
  ],
  [
    "a gallery of a text",
    (s) => {
      s.views[2].image = "name";
    },
    "views.photos: a text cannot be used as 'name' here.",
  ],
  [
    "a board of a date",
    (s) => {
      s.views[3].group = "last_watered";
    },
    "views.places: a date cannot be used as 'last_watered' here.",
  ],
  [
    "a sum of texts",
    (s) => {
      s.views[4].sums = ["item"];
    },
    "views.costs: a text cannot be used as 'item' here.",
  ],
  [
    "a chart by text",
    (s) => {
      s.views[5].group = "name";
    },
    "views.share: a text cannot be used as 'name' here.",
  ],
  [
    "a chart of months by a choice",
    (s) => {
      s.views[5].period = "month";
    },
    "views.share: a choice cannot be used as 'place' here.",
  ],
  [
    "a chart of texts",
    (s) => {
      s.views[5].measure = "name";
    },
    "views.share: a text cannot be used as 'name' here.",
  ],
  [
    "a pie of averages",
    (s) => {
      s.views[5].op = "average";
    },
    "views.share.op: averages are not parts of a whole: use a bar or a line instead of a pie.",
  ],
  [
    "a chart of averages that counts records",
    (s) => {
      s.views[5].op = "average";
      Reflect.deleteProperty(s.views[5], "measure");
    },
    "views.share.op: a chart that counts records has no average: add a measure.",
  ],
  [
    "a tile over a text",
    (s) => {
      s.views[6].tiles[1].field = "name";
    },
    "views.numbers: a text cannot be used as 'name' here.",
  ],
  [
    "a tile over nothing",
    (s) => {
      delete s.views[6].tiles[1].field;
    },
    "views.numbers: the tile 'Spent' needs a field to sum.",
  ],
  [
    "a count of a field",
    (s) => {
      s.views[6].tiles[0].field = "spent";
    },
    "views.numbers: the tile 'Inside' counts records and takes no field.",
  ],
  [
    "a tile with an unknown option",
    (s) => {
      s.views[6].tiles[0].filter[0].value = "attic";
    },
    "views.numbers: 'attic' is not an option of 'place'.",
  ],
  [
    "a behaviour of no entity",
    (s) => {
      s.behaviours[7].entity = "tree";
    },
    "behaviours.7: 'tree' is not an entity.",
  ],
  [
    "a search in no field",
    (s) => {
      s.behaviours[0].fields.push("height");
    },
    "behaviours.0: 'height' is not a field of 'plant'.",
  ],
  [
    "due on a text",
    (s) => {
      s.behaviours[1].field = "name";
    },
    "behaviours.1: due does not work on text.",
  ],
  [
    "due on a computed number",
    (s) => {
      s.behaviours[1].field = "spent";
    },
    "behaviours.1: due does not work on a computed decimal.",
  ],
  [
    "done by no field",
    (s) => {
      s.behaviours[1].done[0].field = "done";
    },
    "behaviours.1: 'done' is not a field of 'plant'.",
  ],
  [
    "a recurrence of a computed date",
    (s) => {
      s.behaviours[2].field = "next_watering";
    },
    "behaviours.2: recurrence does not work on a computed field.",
  ],
  [
    "a recurrence by no field",
    (s) => {
      s.behaviours[2].days_field = "height";
    },
    "behaviours.2: 'height' is not a field of 'plant'.",
  ],
  [
    "a recurrence by a text",
    (s) => {
      s.behaviours[2].days_field = "name";
    },
    "behaviours.2: recurrence does not work on text.",
  ],
  [
    "a recurrence of no days",
    (s) => {
      delete s.behaviours[2].days_field;
    },
    "behaviours.2: recurrence takes one of days and days_field.",
  ],
  [
    "a recurrence of two kinds",
    (s) => {
      s.behaviours[2].days = 7;
    },
    "behaviours.2: recurrence takes one of days and days_field.",
  ],
  [
    "a reminder of a text",
    (s) => {
      s.behaviours[3].field = "name";
    },
    "behaviours.3: reminder does not work on text.",
  ],
  [
    "a status flow of a text",
    (s) => {
      s.behaviours[4].field = "name";
    },
    "behaviours.4: status_flow does not work on text.",
  ],
  [
    "a move to no option",
    (s) => {
      s.behaviours[4].moves[0].to = "attic";
    },
    "behaviours.4: 'attic' is not an option of 'place'.",
  ],
  [
    "totals of texts",
    (s) => {
      s.behaviours[5].fields = ["name"];
    },
    "behaviours.5: totals does not work on text.",
  ],
  [
    "a budget of a text",
    (s) => {
      s.behaviours[7] = { kind: "budget", entity: "purchase", field: "item", date: "item" };
    },
    "behaviours.7: budget does not work on text.",
  ],
  [
    "a limit on a column that there is not",
    (s) => {
      s.behaviours[7] = { kind: "column_limit", entity: "plant", field: "place", options: ["attic"], max: 3 };
    },
    "behaviours.7: 'attic' is not an option of 'place'.",
  ],
  [
    "a completion by options of which none says done",
    (s) => {
      s.behaviours[7] = { kind: "completion", entity: "plant", field: "place" };
    },
    "behaviours.7: completion needs options of 'place' with and without done.",
  ],
  [
    "a word count of a date",
    (s) => {
      s.behaviours[7] = { kind: "word_count", entity: "plant", field: "last_watered" };
    },
    "behaviours.7: word_count does not work on date.",
  ],
  [
    "saving a line of text while it is written",
    (s) => {
      s.behaviours[7] = { kind: "autosave", entity: "plant", field: "name" };
    },
    "behaviours.7: autosave does not work on text.",
  ],
  [
    "a low stock of a date",
    (s) => {
      s.behaviours[6].field = "last_watered";
    },
    "behaviours.6: low_stock does not work on date.",
  ],
  [
    "a low stock at a day",
    (s) => {
      s.behaviours[6].at = { today: true };
    },
    "behaviours.6: low_stock compares with a number, not with today.",
  ],
  [
    "a low stock at no field",
    (s) => {
      s.behaviours[6].at = { field: "height" };
    },
    "behaviours.6: 'height' is not a field of 'plant'.",
  ],
];

describe("a specification", () => {
  it("without faults has none", () => {
    expect(specificationFaults(PLANTS)).toEqual([]);
  });

  it.each(WRONG)("with %s has a fault that names it", (_, change, fault) => {
    expect(faultsAfter(change)).toContain(fault);
  });

  it("with two computed fields that need each other has a fault at both", () => {
    const faults = faultsAfter(({ entities }) => {
      const { fields } = entities[0];
      fields.push(
        {
          id: "a",
          name: "A",
          type: "computed",
          formula: { op: "add", left: { field: "b" }, right: { number: 1 } },
        },
        {
          id: "b",
          name: "B",
          type: "computed",
          formula: { op: "add", left: { field: "a" }, right: { number: 1 } },
        },
      );
    });
    expect(faults).toEqual([
      "entities.plant.a.formula: depends on itself.",
      "entities.plant.b.formula: depends on itself.",
    ]);
  });

  it("from which a field is removed has a fault exactly if something uses the field", () => {
    const uses = (specification: Specification, id: string) =>
      JSON.stringify(specification).includes(`"${id}"`);
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...PLANTS.entities.flatMap(({ id, fields }) => fields.map((field) => [id, field.id] as const)),
        ),
        ([entity, field]) => {
          const without = structuredClone(PLANTS);
          const owner = without.entities.find(({ id }) => id === entity);
          if (owner) owner.fields = owner.fields.filter(({ id }) => id !== field);
          const faults = specificationFaults(without);
          expect(faults.some((fault) => fault.includes(`'${field}'`) || fault.includes(`.${field}'`))).toBe(
            uses(without, field),
          );
        },
      ),
    );
  });
});

describe("the behaviours", () => {
  it("of the whole app need no entity", () => {
    const whole: Behaviour[] = [
      { kind: "export", formats: ["csv"] },
      { kind: "import" },
      { kind: "sample_data" },
      { kind: "shortcuts" },
      { kind: "offline" },
    ];
    expect(specificationFaults({ ...PLANTS, behaviours: whole })).toEqual([]);
  });
});
