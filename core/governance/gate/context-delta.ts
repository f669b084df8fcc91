import { z } from "zod";
import { jsonSchema } from "#core/kernel/json.ts";

/** A JSON Pointer (RFC 6901) without `__proto__`. */
const pointer = z
  .string()
  .max(1000)
  .regex(/^(\/([^~/]|~[01])*)*$/, "must be a JSON Pointer")
  .refine((path) => !path.split("/").includes("__proto__"), "must not name __proto__");
const value = jsonSchema;

const operationSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("add"), path: pointer, value }),
  z.strictObject({ op: z.literal("remove"), path: pointer }),
  z.strictObject({ op: z.literal("replace"), path: pointer, value }),
  z.strictObject({ op: z.literal("move"), from: pointer, path: pointer }),
  z.strictObject({ op: z.literal("copy"), from: pointer, path: pointer }),
  z.strictObject({ op: z.literal("test"), path: pointer, value }),
]);

/** A JSON Patch (RFC 6902) with at least one operation. */
export const contextDeltaSchema = z.array(operationSchema).min(1).max(100).readonly();
export type ContextDelta = z.infer<typeof contextDeltaSchema>;
