import { z } from "zod";
import { conditionSchema } from "./formula.ts";
import { labelSchema, partIdSchema } from "./names.ts";

const commonShape = () => ({
  id: partIdSchema,
  name: labelSchema,
  entity: partIdSchema,
  sort: z.strictObject({ field: partIdSchema, descending: z.boolean() }).exactOptional(),
  filter: conditionSchema.exactOptional(),
});

/** What a tile of statistics counts or adds up. */
const tileSchema = z.lazy(() =>
  z.strictObject({
    name: labelSchema,
    op: z.enum(["count", "sum", "average", "minimum", "maximum"]),
    /** Absent for `count`. */
    field: partIdSchema.exactOptional(),
    filter: conditionSchema.exactOptional(),
  }),
);

/** A page of the app over the records of one entity. */
export const viewSchema = z.lazy(() => {
  const common = commonShape();
  const fields = z.array(partIdSchema).min(1).max(20);
  return z.discriminatedUnion("kind", [
    z.strictObject({ ...common, kind: z.literal("list"), fields }),
    z.strictObject({ ...common, kind: z.literal("table"), fields, sums: z.array(partIdSchema).max(8) }),
    /** A column for each option of the choice `group`. */
    z.strictObject({ ...common, kind: z.literal("board"), group: partIdSchema, fields }),
    z.strictObject({ ...common, kind: z.literal("calendar"), date: partIdSchema }),
    z.strictObject({ ...common, kind: z.literal("gallery"), image: partIdSchema, fields }),
    /**
     * `measure` is a number; absent to count records. `op` says what a group of several shows of it: their sum, also if
     * absent, or their average, as of weights or ratings. `group` is a choice, a boolean or a date. Dates go by
     * `period`; absent for days, and for months where there are more than a month of days.
     */
    z.strictObject({
      ...common,
      kind: z.literal("chart"),
      shape: z.enum(["bar", "line", "pie"]),
      group: partIdSchema,
      measure: partIdSchema.exactOptional(),
      op: z.enum(["sum", "average"]).exactOptional(),
      period: z.enum(["day", "month"]).exactOptional(),
    }),
    /** The page of one record, with the records that name it. */
    z.strictObject({ ...common, kind: z.literal("detail"), fields }),
    z.strictObject({ ...common, kind: z.literal("stats"), tiles: z.array(tileSchema).min(1).max(8) }),
    z.strictObject({ ...common, kind: z.literal("print"), fields }),
  ]);
});
export type View = z.infer<typeof viewSchema>;
export type Tile = z.infer<typeof tileSchema>;
