import type { PageLook } from "#adapters/browser/inspect-page.ts";
import type { Judgement } from "#cli/eval/judge.ts";
import type { ConsultReply } from "#cli/service/replies.ts";
import type { AcceptanceResult } from "#core/factory/acceptance-report.ts";
import type { LedgerEntry } from "#core/factory/plan/ledger.ts";

/** Counts of browser checks, and the names of those that failed. */
export interface Checks {
  readonly passed: number;
  readonly of: number;
  readonly failed: readonly string[];
}

/** What became of the mission of a request. */
export interface BuildResult {
  readonly mission_id: string;
  /** Phase in which it ended, such as `DEPLOYED`. */
  readonly status: string;
  readonly url: string | null;
  readonly attempts: number;
  /** Descriptions of repairs. */
  readonly repairs: readonly string[];
  /** How the last run of the plan's own acceptances ended; null if they were not run. */
  readonly acceptance: { readonly passed: boolean; readonly reason: string } | null;
  /** Model calls of the mission, without those of the consultation. */
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number;
  readonly error: string | null;
}

/** What the browser of this machine saw on the live app. */
export interface Visit {
  /** The request's own checks. */
  readonly checks: Checks;
  readonly page_errors: readonly string[];
  /** How its first page looks; null if that could not be told in time. */
  readonly look: PageLook | null;
  /** Path of the screenshot, relative to the report. */
  readonly screenshot: string | null;
}

/** What the model calls of a consultation used; null if the service does not state it. */
type ConsultationUsage = ConsultReply["usage"] | null;

/** The result of one request. */
export interface EvalResult extends Judgement {
  readonly id: string;
  readonly lang: string;
  readonly say: readonly string[];
  readonly is: string | null;
  readonly speech: string;
  readonly plan: {
    readonly hash: string;
    readonly title: string;
    readonly kind: string;
    readonly stack: string;
  } | null;
  /** Entries of the plan's request ledger, by their outcome. */
  readonly words: Readonly<Record<LedgerEntry["outcome"], number>> | null;
  readonly consultation: ConsultationUsage;
  readonly build: BuildResult | null;
  readonly visit: Visit | null;
  /** Seconds from the first message to the reply to the last, and to the end of the mission. */
  readonly seconds: { readonly reply: number; readonly end: number | null };
  /** Why the request could not be evaluated to its end. */
  readonly error: string | null;
}

export function checksOf(results: readonly AcceptanceResult[]): Checks {
  const failed = results.filter(({ passed }) => !passed);
  return {
    passed: results.length - failed.length,
    of: results.length,
    failed: failed.map(({ name, reason }) => (reason ? `${name}: ${reason}` : name)),
  };
}
