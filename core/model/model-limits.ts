import { z } from "zod";

/** What a tenant may spend on models: a part of the policy. */
export const modelLimitsSchema = z.strictObject({
  /** USD per calendar month (UTC) and tenant; null for no limit. */
  monthly_usd: z.number().min(0).max(10_000_000).nullable().default(null),
  /** Whether a model without a listed price is refused, or called, without a cost in its signal and at the dearest listed price within the limit. */
  unlisted: z.enum(["count", "refuse"]).default("count"),
});
type ModelLimits = z.infer<typeof modelLimitsSchema>;

/** The tenant that pays for a call, with its limits. */
export interface Payer {
  readonly tenant: string;
  readonly limits: ModelLimits;
}
