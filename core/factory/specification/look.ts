import { z } from "zod";
import { THEME_IDS } from "#core/factory/themes/themes.ts";

const hexColorSchema = z.lazy(() => z.string().regex(/^#[0-9a-f]{6}$/, "must be a colour such as #1f6feb"));

/** ISO 4217 code of the amounts. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code");

/** How an app or a site looks. */
export const lookSchema = z.lazy(() =>
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
