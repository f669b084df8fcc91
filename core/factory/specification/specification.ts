import { z } from "zod";
import { text } from "#core/kernel/text.ts";
import { behaviourSchema } from "./behaviour.ts";
import { customSchema, MAX_CUSTOM } from "./custom.ts";
import { ENTITY_ICONS } from "./entity-icon.ts";
import { fieldSchema } from "./field.ts";
import { currencySchema, lookSchema } from "./look.ts";
import { labelSchema, partIdSchema } from "./names.ts";
import { viewSchema } from "./view.ts";

/** The languages that generated apps speak. */
export const LOCALES = ["en", "de", "fr", "es"] as const;
export type Locale = (typeof LOCALES)[number];

const entitySchema = z.lazy(() =>
  z.strictObject({
    id: partIdSchema,
    name: labelSchema,
    plural: labelSchema,
    /** Beside its name in the navigation. */
    icon: z.enum(ENTITY_ICONS).exactOptional(),
    /** The field that names a record wherever it is mentioned. */
    display: partIdSchema,
    fields: z.array(fieldSchema).min(1).max(30),
  }),
);
export type Entity = z.infer<typeof entitySchema>;

/**
 * What an app is, as data: the person confirms it and the app is generated from it. It contains no executable text. Its
 * schemas are built at their first use, because every function of the product imports them and few use them.
 */
export const specificationSchema = z.lazy(() =>
  z.strictObject({
    version: z.literal(1),
    kind: z.literal("app"),
    /** The title of the app. */
    name: text().min(1).max(60),
    locale: z.enum(LOCALES),
    /** ISO 4217 code of the app's amounts. */
    currency: currencySchema,
    look: lookSchema,
    entities: z.array(entitySchema).min(1).max(8),
    views: z.array(viewSchema).min(1).max(24),
    behaviours: z.array(behaviourSchema).max(40),
    /** The pages that only a model or a person can write. Absent for none. */
    custom: z.array(customSchema).min(1).max(MAX_CUSTOM).exactOptional(),
  }),
);
export type Specification = z.infer<typeof specificationSchema>;
