import { z } from "zod";
import { specificationFaults } from "./faults.ts";
import { siteSchema } from "./site.ts";
import { siteFaults } from "./site-faults.ts";
import { specificationSchema } from "./specification.ts";

/** The specification of a plan: of an app that keeps records, or of a content site. */
export const plannedSchema = z.lazy(() => z.union([specificationSchema, siteSchema]));
export type Planned = z.infer<typeof plannedSchema>;

/** Why a specification that matches the schema has no meaning, as sentences; empty for a valid one. */
export function plannedFaults(planned: Planned): string[] {
  return planned.kind === "site" ? siteFaults(planned) : specificationFaults(planned);
}
