import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";

/** The input of draft rules. */
export interface Draft {
  readonly plan: Plan;
  readonly manifest: Manifest;
  /** The draft before a repair; null for a first draft. */
  readonly before: Manifest | null;
}

/** A rule for all drafts, whatever their author. Each fault is a sentence from which a model can repair the draft. */
export interface DraftRule {
  readonly id: string;
  faults(draft: Draft): string[];
}
