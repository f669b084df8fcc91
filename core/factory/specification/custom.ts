import { z } from "zod";
import { text } from "#core/kernel/text.ts";
import { labelSchema, partIdSchema } from "./names.ts";

/** The most pages of an app that cannot be generated. */
export const MAX_CUSTOM = 4;

/**
 * A page that cannot be generated: the app has a slot for it, the file `public/custom/<id>.js`, which a model or a person
 * writes and the generator never does.
 */
export const customSchema = z.lazy(() =>
  z.strictObject({
    id: partIdSchema,
    name: labelSchema,
    /** The kind of records among whose pages it stands. */
    entity: partIdSchema,
    /** What the page does, in words, for the author of its file. */
    purpose: text().min(1).max(500),
  }),
);
export type Custom = z.infer<typeof customSchema>;
