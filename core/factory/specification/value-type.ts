import type { Field, FieldType } from "./field.ts";

/** Types whose values can be added up. */
export const NUMBERS: readonly FieldType[] = ["integer", "decimal", "money", "percent", "rating", "duration"];

/** Types whose values lie on a calendar day. */
export const DATES: readonly FieldType[] = ["date", "date_time", "created_at"];

/** The type of a field's values: of a computed field, that of its results. */
export function valueType({ type, formula }: Field): FieldType {
  if (type !== "computed") return type;
  return formula?.op === "add_days" || formula?.op === "latest" ? "date" : "decimal";
}
