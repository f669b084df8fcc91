import { CONSTRAINTS, type Field } from "#core/factory/specification/field.ts";
import { NUMBERS, valueType } from "#core/factory/specification/value-type.ts";

/** The fields of an app's records: those of the case, and those that a view or behaviour needs beside them. */
export class Item {
  readonly fields: Field[] = [{ id: "name", name: "Name", type: "text", required: true }];
  needsPeople = false;
  /** The reference whose records a person counts. */
  counts: string | undefined;
  readonly #constrained: boolean;

  constructor(constrained: boolean) {
    this.#constrained = constrained;
  }

  add(name: string): Field {
    const known = this.fields.find(({ id }) => id === `the_${name}`);
    if (known) return known;
    const field = {
      id: `the_${name}`,
      name: `The ${name.replaceAll("_", " ")}`,
      ...this.#typed(name),
    } as Field;
    this.fields.push(field);
    return field;
  }

  /** A field with values of one of the types; one is added if there is none. */
  of(types: readonly Field["type"][], entered = false): Field {
    const found = this.fields.find(
      (field) => types.includes(valueType(field)) && (!entered || field.type === valueType(field)),
    );
    return found ?? this.add(types[0] as string);
  }

  #typed(name: string): Partial<Field> {
    if (name.startsWith("reference_")) return this.#reference(name);
    if (name.startsWith("computed_")) return this.#computed(name);
    const type = name as Field["type"];
    const options = [
      { id: "open", name: "Open" },
      { id: "doing", name: "Doing" },
      { id: "done", name: "Done", done: true },
    ];
    return {
      type,
      ...(type === "choice" || type === "choices" ? { options } : {}),
      ...(this.#constrained ? constraintsOf(type) : {}),
    };
  }

  #reference(name: string): Partial<Field> {
    const self = name === "reference_self";
    const owned = name === "reference_owned";
    if (!self) this.needsPeople = true;
    if (!self) this.counts = `the_${name}`;
    const on_delete = owned ? "cascade" : this.#constrained && !self ? "restrict" : "clear";
    const reference = { entity: self ? "item" : "person", many: name === "reference_many", owned, on_delete };
    return {
      type: "reference",
      reference: reference as NonNullable<Field["reference"]>,
      ...(owned || (this.#constrained && !self) ? { required: true } : {}),
    };
  }

  #computed(name: string): Partial<Field> {
    if (name === "computed_date") {
      const date = this.of(["date"]).id;
      return { type: "computed", formula: { op: "add_days", left: { field: date }, right: { number: 7 } } };
    }
    if (name === "computed_count") {
      const through = this.add("reference_self").id;
      return { type: "computed", formula: { op: "count", entity: "item", through } };
    }
    const number = this.of(["decimal", ...NUMBERS], true).id;
    return { type: "computed", formula: { op: "multiply", left: { field: number }, right: { number: 2 } } };
  }
}

/** Every constraint that a type takes. */
function constraintsOf(type: Field["type"]): Partial<Field> {
  const all: Partial<Field> = {
    required: true,
    unique: true,
    unit: "kg",
    min: type === "rating" ? 0 : 1,
    max: type === "rating" ? 7 : 9000,
    ...(DEFAULTS[type] === undefined ? {} : { default: DEFAULTS[type] }),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => (CONSTRAINTS[type] as readonly string[]).includes(name)),
  );
}

const DEFAULTS: Partial<Record<Field["type"], string | number | boolean>> = {
  text: "As before",
  integer: 3,
  decimal: 2.5,
  money: 1200,
  percent: 20,
  duration: 5400,
  boolean: true,
  date: "today",
  time: "08:30",
  choice: "open",
  color: "#336699",
};
