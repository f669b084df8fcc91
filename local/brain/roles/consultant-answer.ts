import type { Proposal } from "#core/factory/plan/plan.ts";

/** The reply of the consultant to the messages of a person. */
export interface ConsultantAnswer {
  readonly proposal: Proposal | null;
  /** At most two sentences, suitable for speech. */
  readonly speech: string;
  readonly question: string | null;
  /** Whether the newest message changes nothing. */
  readonly aside?: boolean;
}
