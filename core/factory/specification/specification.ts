import { z } from "zod";
import { THEME_IDS } from "#core/factory/themes/themes.ts";
import { text } from "#core/kernel/text.ts";
import { behaviourSchema } from "./behaviour.ts";
import { fieldSchema } from "./field.ts";
import { labelSchema, partIdSchema } from "./names.ts";
import { viewSchema } from "./view.ts";

/** The languages that generated apps speak. */
export const LOCALES = ["en", "de", "fr", "es"] as const;
export type Locale = (typeof LOCALES)[number];

const hexColorSchema = z.lazy(() => z.string().regex(/^#[0-9a-f]{6}$/, "must be a colour such as #1f6feb"));

const lookSchema = z.lazy(() =>
  z.strictObject({
    /** The tokens of type, shape and color; Gantry's own without one. */
    theme: z.enum(THEME_IDS).exactOptional(),
    /** The color of buttons, links and marks; null for that of the app's own design. */
    accent: hexColorSchema.nullable(),
    /** The color behind the page in light mode; null for that of the app's own design. */
    background: hexColorSchema.nullable(),
    density: z.enum(["comfortable", "compact"]),
    /** `both` follows the device and can be switched in the app. */
    scheme: z.enum(["light", "dark", "both"]),
  }),
);

const entitySchema = z.lazy(() =>
  z.strictObject({
    id: partIdSchema,
    name: labelSchema,
    plural: labelSchema,
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
    currency: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code"),
    look: lookSchema,
    entities: z.array(entitySchema).min(1).max(8),
    views: z.array(viewSchema).min(1).max(24),
    behaviours: z.array(behaviourSchema).max(40),
  }),
);
export type Specification = z.infer<typeof specificationSchema>;
