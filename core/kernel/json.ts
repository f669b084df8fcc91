import { z } from "zod";

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Any JSON value; with a name of its own, so that descriptions of the API refer to one schema. */
export const jsonSchema: z.ZodType<Json, Json> = z
  .lazy(() =>
    z.union([
      z.null(),
      z.boolean(),
      z.number(),
      z.string(),
      z.array(jsonSchema),
      z.record(z.string(), jsonSchema),
    ]),
  )
  .meta({ id: "Json", description: "Any JSON value." });
