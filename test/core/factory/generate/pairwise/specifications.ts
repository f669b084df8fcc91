import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import { FIELD_TYPES } from "#core/factory/specification/field.ts";
import {
  LOCALES,
  type Specification,
  specificationSchema,
} from "#core/factory/specification/specification.ts";
import { DATES, NUMBERS, valueType } from "#core/factory/specification/value-type.ts";
import type { View } from "#core/factory/specification/view.ts";
import { allPairs, type Case, type Factor } from "./all-pairs.ts";
import { Item } from "./item.ts";

type ViewKind = View["kind"];
type BehaviourKind = Behaviour["kind"];

const VIEW_KINDS: readonly ViewKind[] = [
  "list",
  "table",
  "board",
  "calendar",
  "gallery",
  "chart",
  "detail",
  "stats",
  "print",
];
const BEHAVIOUR_KINDS: readonly BehaviourKind[] = [
  "search",
  "filter",
  "sort",
  "due",
  "completion",
  "recurrence",
  "reminder",
  "status_flow",
  "totals",
  "low_stock",
  "budget",
  "column_limit",
  "word_count",
  "autosave",
  "check_in",
  "favorite",
  "archive",
  "duplicate",
  "manual_order",
  "bulk",
  "export",
  "import",
  "sample_data",
  "shortcuts",
  "offline",
];
const REFERENCES = ["reference_one", "reference_many", "reference_owned", "reference_self"];
const FORMULAS = ["computed_number", "computed_date", "computed_count"];

const FACTORS: readonly Factor[] = [
  {
    name: "field",
    values: [
      ...FIELD_TYPES.filter((type) => type !== "reference" && type !== "computed"),
      ...REFERENCES,
      ...FORMULAS,
    ],
    take: 4,
  },
  { name: "view", values: VIEW_KINDS, take: 2 },
  { name: "behaviour", values: BEHAVIOUR_KINDS, take: 4 },
  { name: "constraints", values: ["none", "all"], take: 1 },
  { name: "filter", values: ["none", "value", "empty", "today"], take: 1 },
  { name: "locale", values: LOCALES, take: 1 },
  { name: "currency", values: ["EUR", "JPY", "KWD"], take: 1 },
  { name: "scheme", values: ["light", "dark", "both"], take: 1 },
  { name: "density", values: ["comfortable", "compact"], take: 1 },
];

function specificationOf(each: Case, index: number): Specification {
  const pick = (name: string) => each.get(name)?.[0] as string;
  const item = new Item(pick("constraints") === "all");
  for (const name of each.get("field") ?? []) item.add(name);
  const shown = item.fields.map(({ id }) => id);
  const behaviours = (each.get("behaviour") ?? []).map((kind) =>
    behaviourOf(kind as BehaviourKind, item, shown, index),
  );
  const filter = filterOf(pick("filter"), item);
  const views = (each.get("view") ?? []).map((kind, n) => ({
    id: `${kind}_${n + 1}`,
    name: `${kind} ${n + 1}`,
    entity: "item",
    kind,
    ...(filter && n === 1 && kind !== "detail" ? { filter } : {}),
    ...viewOf(kind as ViewKind, item, shown, index),
  }));
  const list = { kind: "list", fields: ["name"] };
  const others = [
    ...(isListed(views) ? [] : [{ ...list, id: "all", name: "All", entity: "item" }]),
    ...(isLimited(behaviours, views) ? [boardOf(item, shown)] : []),
    ...(item.needsPeople ? [{ ...list, id: "people", name: "People", entity: "person" }] : []),
  ];
  return specificationSchema.parse({
    version: 1,
    kind: "app",
    name: `Case ${index + 1}`,
    locale: pick("locale"),
    currency: pick("currency"),
    look: { accent: null, background: null, density: pick("density"), scheme: pick("scheme") },
    entities: [
      { id: "item", name: "Item", plural: "Items", display: "name", fields: item.fields },
      ...(item.needsPeople ? [personOf(item)] : []),
    ],
    views: [...views, ...others],
    behaviours,
  });
}

/** Whether a view shows all items. */
const isListed = (views: readonly { readonly kind: string; readonly filter?: View["filter"] }[]) =>
  views.some(({ kind, filter }) => ["list", "table", "gallery", "board"].includes(kind) && !filter);

/** Whether columns have a limit, and there is no board to show it. */
const isLimited = (behaviours: readonly Behaviour[], views: readonly { readonly kind: string }[]) =>
  behaviours.some(({ kind }) => kind === "column_limit") && !views.some(({ kind }) => kind === "board");

const boardOf = (item: Item, fields: readonly string[]) => ({
  id: "columns",
  name: "Columns",
  entity: "item",
  kind: "board",
  fields,
  group: item.of(["choice"]).id,
});

const personOf = (item: Item) => ({
  id: "person",
  name: "Person",
  plural: "People",
  display: "name",
  fields: [
    { id: "name", name: "Person", type: "text", required: true },
    ...(item.counts
      ? [
          {
            id: "items",
            name: "Number of items",
            type: "computed",
            formula: { op: "count", entity: "item", through: item.counts },
          },
        ]
      : []),
  ],
});

function filterOf(kind: string, item: Item): View["filter"] {
  if (kind === "value") return [{ field: item.of(["choice"]).id, is: "not_equal", value: "done" }];
  if (kind === "empty") return [{ field: item.fields.at(-1)?.id ?? "name", is: "not_empty" }];
  return kind === "today" ? [{ field: item.of(DATES).id, is: "at_most", than: { today: true } }] : undefined;
}

function viewOf(kind: ViewKind, item: Item, shown: readonly string[], index: number): object {
  switch (kind) {
    case "table":
      return { fields: shown, sums: numbersOf(item) };
    case "board":
      return { fields: shown, group: item.of(["choice"]).id };
    case "calendar":
      return { date: item.of(DATES).id };
    case "gallery":
      return { fields: shown, image: item.of(["image"]).id };
    case "chart":
      return {
        shape: ["bar", "line", "pie"][index % 3],
        group: item.of(["choice", "boolean", "reference", ...DATES]).id,
        ...(numbersOf(item)[0] ? { measure: numbersOf(item)[0] } : {}),
      };
    case "stats":
      return { tiles: tilesOf(item) };
    default:
      return { fields: shown };
  }
}

const numbersOf = (item: Item) =>
  item.fields.filter((field) => NUMBERS.includes(valueType(field))).map(({ id }) => id);

function tilesOf(item: Item): object[] {
  const [number] = numbersOf(item);
  const ops = ["sum", "average", "minimum", "maximum"];
  return [
    { name: "Number", op: "count" },
    {
      name: "Finished",
      op: "count",
      filter: [{ field: item.of(["choice"]).id, is: "equal", value: "done" }],
    },
    ...(number ? ops.map((op) => ({ name: op, op, field: number })) : []),
  ];
}

function behaviourOf(kind: BehaviourKind, item: Item, shown: readonly string[], index: number): Behaviour {
  const entity = "item";
  switch (kind) {
    case "search":
    case "filter":
    case "sort":
      return { kind, entity, fields: [...shown] };
    case "due":
      return {
        kind,
        entity,
        field: item.of(DATES).id,
        done: [{ field: item.of(["choice"]).id, is: "equal", value: "done" }],
      };
    case "completion":
      return { kind, entity, field: item.of(["choice"]).id };
    case "recurrence":
      return {
        kind,
        entity,
        field: item.of(["date"], true).id,
        ...(index % 2 === 0 ? { days: 7 } : { days_field: item.of(["integer"], true).id }),
      };
    case "reminder":
      return { kind, entity, field: item.of(DATES).id, days_before: index % 4 };
    case "status_flow":
      return {
        kind,
        entity,
        field: item.of(["choice"]).id,
        moves: [
          { from: "open", to: "doing" },
          { from: "doing", to: "done" },
        ],
      };
    case "totals":
      item.of(NUMBERS);
      return { kind, entity, fields: numbersOf(item) };
    case "low_stock":
      return { kind, entity, field: item.of(["integer", "decimal"], true).id, at: { number: 5 } };
    case "budget":
      return { kind, entity, field: item.of(["money"], true).id, date: item.of(DATES).id };
    case "column_limit":
      return { kind, entity, field: item.of(["choice"]).id, options: ["doing"], max: 3 };
    case "word_count":
      return { kind, entity, field: item.of(["text", "long_text"]).id };
    case "autosave":
      return { kind, entity, field: item.of(["long_text"]).id };
    case "export":
      return { kind, formats: index % 2 === 0 ? ["csv", "json"] : ["json"] };
    case "import":
    case "sample_data":
    case "shortcuts":
    case "offline":
      return { kind };
    default:
      return { kind, entity };
  }
}

/** An app for each case in which every two of the factors' values are together. */
export const PAIRWISE: readonly Specification[] = allPairs(FACTORS).map(specificationOf);
