import { z } from "zod";
import type { AcceptanceResult } from "#core/factory/acceptance-report.ts";

const count = z.number().int().nonnegative();
const names = z.array(z.string()).readonly();

/** How what a consultation led to compares with what was expected. */
const judgement = z.object({
  outcome: z.enum(["planned", "asked", "declined"]),
  /** Whether this is what was expected; null if nothing was. */
  expected: z.boolean().nullable(),
  /** Names of the labels that hold; those that cannot be compared are in no list. */
  held: names,
  /** What the plan must not contain, or what it neither contains nor refuses. */
  wrong: names,
  /** What was expected and is not in the plan; the plan says that it refuses something. */
  missed: names,
  /** How many labels hold, of how many that can be compared. */
  labels: z.object({ right: count, of: count }),
  /** Kinds of records: of the labelled ones and of the built ones, how many are the same; compared in English only. */
  records: z.object({ same: count, labelled: count, built: count }),
});
export type Judgement = z.infer<typeof judgement>;

/** The browser checks of a request, by name. */
const checks = z.object({
  passed: names,
  failed: z.array(z.object({ name: z.string(), reason: z.string() })).readonly(),
});
export type Checks = z.infer<typeof checks>;

/** What became of the mission of a request. */
const buildResult = z.object({
  mission_id: z.string(),
  /** Phase in which it ended, such as `DEPLOYED`. */
  status: z.string(),
  url: z.string().nullable(),
  attempts: count,
  /** Descriptions of repairs. */
  repairs: names,
  /** How the last run of the plan's own acceptances ended; null if they were not run. */
  acceptance: z.object({ passed: z.boolean(), reason: z.string() }).nullable(),
  /** Model calls of the mission, without those of the consultation. */
  calls: count,
  input_tokens: count,
  output_tokens: count,
  cost_usd: z.number(),
  error: z.string().nullable(),
});
export type BuildResult = z.infer<typeof buildResult>;

/** What the browser of this machine saw on the live app. */
const visit = z.object({
  /** The request's own checks. */
  checks,
  page_errors: names,
  /** How its first page looks, as `PageLook`; null if that could not be told in time. */
  look: z
    .object({
      blank: z.boolean(),
      overflows: z.array(z.number()).readonly(),
      barriers: names.nullable(),
    })
    .nullable(),
  /** Path of the screenshot, relative to the report. */
  screenshot: z.string().nullable(),
});
export type Visit = z.infer<typeof visit>;

/** What the model calls of a consultation used; null if the service does not state it. */
const consultation = z
  .object({ calls: count, input_tokens: count, output_tokens: count, cost_usd: z.number() })
  .nullable();

/** Seconds from the first message to the reply to the last, and to the end of the mission. */
const seconds = z.object({ reply: z.number(), end: z.number().nullable() });

/** What some messages led to. */
const turnResult = judgement.extend({
  say: names,
  /** What was expected of them. */
  is: z.string().nullable(),
  speech: z.string(),
  consultation,
  build: buildResult.nullable(),
  visit: visit.nullable(),
  seconds,
  /** Why this could not be evaluated to its end. */
  error: z.string().nullable(),
});
export type TurnResult = z.infer<typeof turnResult>;

/** The result of a change of the live app. */
const changeResult = turnResult.extend({
  /** What becomes different, as the plan states it. */
  edits: names,
  /** Labels and checks of the request and of earlier changes: those that still hold, and those that no longer do. */
  kept: names,
  lost: names,
  /** How many files of the source are different after it, of how many before it; null if it was not built. */
  files: z
    .object({
      touched: count,
      of: count,
      /** Those that are different although the plan does not list them; null if it lists none. */
      unplanned: names.nullable(),
    })
    .nullable(),
  /** The file that was edited by hand before it, and whether the edit is still there; null if none was asked for. */
  hand_edit: z.object({ file: z.string(), kept: z.boolean().nullable() }).nullable(),
  /** Whether the records that were entered before it are still shown, and if not, why; null if none were. */
  records_kept: z.object({ passed: z.boolean(), reason: z.string().nullable() }).nullable(),
});
export type ChangeResult = z.infer<typeof changeResult>;

/** The result of one request. */
export const evalResult = turnResult.extend({
  id: z.string(),
  /** Of the request with its labels and checks: only results of the same request can be compared. */
  request_sha256: z.string(),
  lang: z.string(),
  /** The request that asks for the same in other words. */
  same_as: z.string().nullable(),
  plan: z.object({ hash: z.string(), title: z.string(), kind: z.string(), stack: z.string() }).nullable(),
  /** Entries of the plan's request ledger, by their outcome. */
  words: z
    .object({ met: count, met_by_kind: count, refused: count, asked: count, context: count })
    .nullable(),
  changes: z.array(changeResult).readonly(),
});
export type EvalResult = z.infer<typeof evalResult>;

export function checksOf(results: readonly AcceptanceResult[]): Checks {
  return {
    passed: results.filter(({ passed }) => passed).map(({ name }) => name),
    failed: results
      .filter(({ passed }) => !passed)
      .map(({ name, reason }) => ({ name, reason: reason ?? "it failed" })),
  };
}
