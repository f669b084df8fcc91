import { z } from "zod";
import { text } from "#core/kernel/text.ts";
import { formulaSchema } from "./formula.ts";
import { labelSchema, partIdSchema } from "./names.ts";

/** The types of fields. How a type is stored: `docs/specification.md`. */
export const FIELD_TYPES = [
  "text",
  "long_text",
  "integer",
  "decimal",
  "money",
  "percent",
  "rating",
  "duration",
  "boolean",
  "date",
  "time",
  "date_time",
  "choice",
  "choices",
  "tags",
  "email",
  "phone",
  "url",
  "image",
  "file",
  "color",
  "location",
  "reference",
  "computed",
  "auto_number",
  "created_at",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const optionSchema = z.lazy(() =>
  z.strictObject({
    id: partIdSchema,
    name: labelSchema,
    /** Whether a record with this option is finished. */
    done: z.boolean().exactOptional(),
  }),
);

/** The target of a reference. The reverse side is derived: the records of this entity that name a record. */
const referenceSchema = z.lazy(() =>
  z.strictObject({
    entity: partIdSchema,
    /** Whether a record can name several records. */
    many: z.boolean(),
    /** Whether the record belongs to the record that it names: it is edited inside it and deleted with it. */
    owned: z.boolean(),
    /** What happens to this record when the record that it names is deleted. `cascade` if `owned`. */
    on_delete: z.enum(["clear", "cascade", "restrict"]),
  }),
);

/** A field of an entity. Which constraints a type takes: {@link CONSTRAINTS}. */
export const fieldSchema = z.lazy(() =>
  z.strictObject({
    id: partIdSchema,
    name: labelSchema,
    type: z.enum(FIELD_TYPES),
    required: z.boolean().exactOptional(),
    unique: z.boolean().exactOptional(),
    /** `today` for a date; the identifier of an option for a choice; seconds for a duration. */
    default: z.union([text().max(200), z.number(), z.boolean()]).exactOptional(),
    options: z.array(optionSchema).min(1).max(20).exactOptional(),
    /** Of a number: such as `kg` or `days`. */
    unit: text().min(1).max(20).exactOptional(),
    min: z.number().exactOptional(),
    /** Of a rating: the number of stars. */
    max: z.number().exactOptional(),
    reference: referenceSchema.exactOptional(),
    formula: formulaSchema.exactOptional(),
  }),
);
export type Field = z.infer<typeof fieldSchema>;
export type Option = z.infer<typeof optionSchema>;
export type Reference = z.infer<typeof referenceSchema>;

type Constraint = Exclude<keyof Field, "id" | "name" | "type">;

const NUMBER: readonly Constraint[] = ["required", "default", "unit", "min", "max"];
const TEXT: readonly Constraint[] = ["required", "unique", "default"];

/** The constraints that each type takes. Any other is a fault. */
export const CONSTRAINTS: Readonly<Record<FieldType, readonly Constraint[]>> = {
  text: TEXT,
  long_text: ["required"],
  integer: [...NUMBER, "unique"],
  decimal: NUMBER,
  money: ["required", "default", "min", "max"],
  percent: ["required", "default"],
  rating: ["required", "max"],
  duration: ["required", "default"],
  boolean: ["default"],
  date: ["required", "default"],
  time: ["required", "default"],
  date_time: ["required"],
  choice: ["required", "default", "options"],
  choices: ["required", "options"],
  tags: [],
  email: ["required", "unique"],
  phone: ["required", "unique"],
  url: ["required", "unique"],
  image: ["required"],
  file: ["required"],
  color: ["required", "default"],
  location: ["required"],
  reference: ["required", "reference"],
  computed: ["formula", "unit"],
  auto_number: [],
  created_at: [],
};

/** The constraints without which a type has no meaning. */
export const NEEDED: Partial<Record<FieldType, Constraint>> = {
  choice: "options",
  choices: "options",
  reference: "reference",
  computed: "formula",
};
