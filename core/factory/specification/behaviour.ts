import { z } from "zod";
import { conditionSchema, operandSchema } from "./formula.ts";
import { partIdSchema } from "./names.ts";

/**
 * What an app does beyond showing and editing records. Undo, keyboard operation, merging between tabs and keeping
 * records in the browser belong to every app and are not listed.
 */
export const behaviourSchema = z.lazy(() => {
  const entity = partIdSchema;
  const field = partIdSchema;
  const fields = z.array(partIdSchema).min(1).max(20);
  return z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("search"), entity, fields }),
    z.strictObject({ kind: z.literal("filter"), entity, fields }),
    z.strictObject({ kind: z.literal("sort"), entity, fields }),
    /** Marks records whose date has passed, unless `done` holds. */
    z.strictObject({ kind: z.literal("due"), entity, field, done: conditionSchema.exactOptional() }),
    /** Records are ticked off: `field` becomes true, or the first of its options that say `done`. */
    z.strictObject({ kind: z.literal("completion"), entity, field }),
    /** Completing a record moves its date on by `days`, or by the number of days in `days_field`. */
    z.strictObject({
      kind: z.literal("recurrence"),
      entity,
      field,
      days: z.number().int().min(1).max(366).exactOptional(),
      days_field: partIdSchema.exactOptional(),
    }),
    /** Lists, at the top of the app, the records whose date comes within `days_before` days. */
    z.strictObject({
      kind: z.literal("reminder"),
      entity,
      field,
      days_before: z.number().int().min(0).max(90),
    }),
    /** The permitted moves of a choice; any other is refused. */
    statusFlow(),
    z.strictObject({ kind: z.literal("totals"), entity, fields }),
    /** Warns when the number in `field` is at or below `at`. */
    z.strictObject({ kind: z.literal("low_stock"), entity, field, at: operandSchema }),
    /** The total of the number `field` this month by `date`, and what is left of an amount that people set. */
    z.strictObject({ kind: z.literal("budget"), entity, field, date: partIdSchema }),
    /** A board's columns of these options of a choice should hold at most `max` cards. */
    columnLimit(),
    /** The number of words of a text, and how long it takes to read. */
    z.strictObject({ kind: z.literal("word_count"), entity, field }),
    /** A long text is written on the page of its record, and saved while it is typed. */
    z.strictObject({ kind: z.literal("autosave"), entity, field }),
    /** Records the days on which a record was done, and counts the days in a row. */
    z.strictObject({ kind: z.literal("check_in"), entity }),
    z.strictObject({ kind: z.literal("favorite"), entity }),
    z.strictObject({ kind: z.literal("archive"), entity }),
    z.strictObject({ kind: z.literal("duplicate"), entity }),
    z.strictObject({ kind: z.literal("manual_order"), entity }),
    z.strictObject({ kind: z.literal("bulk"), entity }),
    z.strictObject({
      kind: z.literal("export"),
      formats: z
        .array(z.enum(["csv", "json"]))
        .min(1)
        .max(2),
    }),
    z.strictObject({ kind: z.literal("import") }),
    z.strictObject({ kind: z.literal("sample_data") }),
    z.strictObject({ kind: z.literal("shortcuts") }),
    z.strictObject({ kind: z.literal("offline") }),
  ]);
});

const statusFlow = () =>
  z.strictObject({
    kind: z.literal("status_flow"),
    entity: partIdSchema,
    field: partIdSchema,
    moves: z
      .array(z.strictObject({ from: partIdSchema, to: partIdSchema }))
      .min(1)
      .max(40),
  });

const columnLimit = () =>
  z.strictObject({
    kind: z.literal("column_limit"),
    entity: partIdSchema,
    field: partIdSchema,
    options: z.array(partIdSchema).min(1).max(20),
    max: z.number().int().min(1).max(100),
  });

export type Behaviour = z.infer<typeof behaviourSchema>;
