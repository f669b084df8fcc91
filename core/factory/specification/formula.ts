import { z } from "zod";
import { text } from "#core/kernel/text.ts";
import { partIdSchema } from "./names.ts";

/**
 * An operand: a field of the same record, a number, or the current date. Formulas do not nest; an intermediate result
 * is a computed field of its own.
 */
export const operandSchema = z.lazy(() =>
  z.union([
    z.strictObject({ field: partIdSchema }),
    z.strictObject({ number: z.number() }),
    z.strictObject({ today: z.literal(true) }),
  ]),
);
export type Operand = z.infer<typeof operandSchema>;

/**
 * The formula of a computed field. `add`, `subtract`, `multiply` and `divide` work on numbers; `add_days` and
 * `days_between` on dates (right minus left, in days). The aggregates read the records of `entity` whose reference
 * `through` names this record.
 */
export const formulaSchema = z.lazy(() =>
  z.union([
    z.strictObject({
      op: z.enum(["add", "subtract", "multiply", "divide", "add_days", "days_between"]),
      left: operandSchema,
      right: operandSchema,
    }),
    z.strictObject({ op: z.literal("count"), entity: partIdSchema, through: partIdSchema }),
    z.strictObject({
      op: z.enum(["sum", "average", "minimum", "maximum", "latest"]),
      entity: partIdSchema,
      through: partIdSchema,
      field: partIdSchema,
    }),
  ]),
);
export type Formula = z.infer<typeof formulaSchema>;

/** A comparison of a field of a record with a literal, another field or the current date. */
const comparisonSchema = z.lazy(() =>
  z.strictObject({
    field: partIdSchema,
    is: z.enum(["equal", "not_equal", "less", "at_most", "more", "at_least", "empty", "not_empty"]),
    /** Absent for `empty` and `not_empty`. The identifier of an option for a choice. */
    value: z.union([text().max(200), z.number(), z.boolean()]).exactOptional(),
    than: operandSchema.exactOptional(),
  }),
);
export type Comparison = z.infer<typeof comparisonSchema>;

/** A condition on a record: all of its comparisons must hold. */
export const conditionSchema = z.lazy(() => z.array(comparisonSchema).min(1).max(6));
export type Condition = z.infer<typeof conditionSchema>;
