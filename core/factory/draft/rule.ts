import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";

/** A draft as its rules see it. */
export interface Draft {
  readonly plan: Plan;
  readonly manifest: Manifest;
  /** What a repair started from; null for a first draft. */
  readonly before: Manifest | null;
}

/** What every draft must keep, whatever its author. Each fault is a sentence from which a model can repair the draft. */
export interface DraftRule {
  readonly id: string;
  faults(draft: Draft): string[];
}
