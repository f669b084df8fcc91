import { FIELD_TYPES, type Field, type FieldType } from "#core/factory/specification/field.ts";
import { type Specification, specificationSchema } from "#core/factory/specification/specification.ts";

const options = (...names: readonly string[]) =>
  names.map((name) => ({ id: name.toLowerCase().replaceAll(" ", "_"), name }));

/** What the types of {@link FIELD_TYPES} need beside a name. */
const NEEDS: Partial<Record<FieldType, Partial<Field>>> = {
  integer: { unit: "km", min: 0, max: 100_000 },
  decimal: { unit: "kg" },
  money: { min: 0, default: 250 },
  rating: { max: 5 },
  date: { default: "today" },
  choice: { options: options("Open", "In progress", "Done"), default: "open" },
  choices: { options: options("Red", "Green", "Blue") },
  reference: { reference: { entity: "person", many: false, owned: false, on_delete: "clear" } },
  computed: { formula: { op: "multiply", left: { field: "money" }, right: { field: "integer" } } },
};

const nameOf = (type: string) => `${type[0]?.toUpperCase()}${type.slice(1)}`.replaceAll("_", " ");

/** A field of a type; its name is that of the type. */
function fieldOfType(type: FieldType): Field {
  return { id: type, name: nameOf(type), type, ...NEEDS[type] };
}

/** An app whose records have a field of each type, a menu, and references to several people. */
export const EVERYTHING: Specification = specificationSchema.parse({
  version: 1,
  kind: "app",
  name: "Everything",
  locale: "en",
  currency: "EUR",
  look: { accent: "#2563a8", background: null, density: "comfortable", scheme: "both" },
  entities: [
    {
      id: "thing",
      name: "Thing",
      plural: "Things",
      display: "text",
      fields: [
        ...FIELD_TYPES.map((type) => ({
          ...fieldOfType(type),
          ...(type === "text" ? { required: true, unique: true } : {}),
        })),
        {
          id: "size",
          name: "Size",
          type: "choice",
          options: options("Tiny", "Small", "Large", "Huge"),
          required: true,
        },
        {
          id: "people",
          name: "People",
          type: "reference",
          reference: { entity: "person", many: true, owned: false, on_delete: "clear" },
        },
      ],
    },
    {
      id: "person",
      name: "Person",
      plural: "People",
      display: "name",
      fields: [
        { id: "name", name: "Name", type: "text", required: true },
        {
          id: "spent",
          name: "Spent",
          type: "computed",
          formula: { op: "sum", entity: "thing", through: "reference", field: "money" },
        },
      ],
    },
  ],
  views: [
    {
      id: "things",
      name: "Things",
      entity: "thing",
      kind: "list",
      fields: ["text", ...FIELD_TYPES.slice(20), "people"],
    },
    {
      id: "thing_page",
      name: "Thing",
      entity: "thing",
      kind: "detail",
      fields: [...FIELD_TYPES.slice(1, 20)],
    },
    { id: "people", name: "People", entity: "person", kind: "list", fields: ["name", "spent"] },
  ],
  behaviours: [],
});

/** An app with one kind of record, which has a name and a field of the type. */
export function appWith(type: FieldType): Specification {
  const [things, people] = EVERYTHING.entities;
  if (!things || !people) throw new TypeError("no entities");
  const needed: readonly FieldType[] = type === "computed" ? ["money", "integer"] : [];
  const types = [...new Set<FieldType>(["text", ...needed, type])];
  return {
    ...EVERYTHING,
    entities: [
      { ...things, fields: types.map(fieldOfType) },
      { ...people, fields: people.fields.slice(0, 1) },
    ],
    views: [
      { id: "things", name: "Things", entity: "thing", kind: "list", fields: types },
      { id: "people", name: "People", entity: "person", kind: "list", fields: ["name"] },
    ],
  };
}
