import {
  isRemovable,
  type PlannedFeature,
  plannedFeatures,
  withoutFeatures,
} from "#core/factory/plan/parts.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { type Planned, plannedFaults } from "#core/factory/specification/planned.ts";

/** Why a feature cannot be left out: the app is about it, every app has it, or another part of the plan depends on it. */
export const FIXED_REASONS = ["kind", "every_app", "needed"] as const;
export type FixedReason = (typeof FIXED_REASONS)[number];

/** A feature of a plan that cannot be left out. */
export interface FixedFeature {
  readonly id: string;
  readonly reason: FixedReason;
}

/**
 * The included features of a plan that cannot be left out. Those of a plan without a specification all can: its author is
 * asked for another plan then.
 */
export function fixedFeatures({ features, specification }: Pick<Plan, "features" | "specification">) {
  if (!specification) return [];
  const planned = new Map(plannedFeatures(specification).map((feature) => [feature.id, feature]));
  return features.flatMap(({ id, included }): FixedFeature[] => {
    const feature = planned.get(id);
    const reason = included && feature && reasonOf(specification, feature);
    return reason ? [{ id, reason }] : [];
  });
}

function reasonOf(specification: Planned, feature: PlannedFeature): FixedReason | undefined {
  if (feature.isKind) return "kind";
  if (!isRemovable(feature)) return "every_app";
  const rest = withoutFeatures(specification, new Set([feature.id]));
  return plannedFaults(rest).length > 0 ? "needed" : undefined;
}

/** Why a feature stays, as the end of a sentence that begins with its title. */
export const FIXED_SENTENCES: Readonly<Record<FixedReason, string>> = {
  kind: "is what the app is about, so that it cannot be left out; ask for another app instead",
  every_app: "belongs to every app, so that it cannot be left out",
  needed: "is needed by other parts of the plan, so that it cannot be left out",
};
