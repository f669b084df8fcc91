import type { Plan } from "#core/factory/plan/plan.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** The language of the texts of a plan's app, in which its person is addressed; English if it has no specification. */
export const planLocale = ({ specification }: Pick<Plan, "specification">): Locale =>
  specification?.locale ?? "en";
