import { z } from "zod";
import { type Attempt, attemptSchema } from "#core/factory/mission/attempts/attempt.ts";
import { readAttempts } from "#core/factory/mission/attempts/read-attempts.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { PHASES } from "#core/factory/mission/phase.ts";
import type { OpenedShare } from "#core/factory/mission/share/open-share.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

const attempt = attemptSchema.shape;

/**
 * What a link shows of a mission, and nothing else of its tenant: no messages, people, costs, logs or source. Ids only
 * with the evidence, which is verified by them.
 */
export const sharedMissionSchema = z.object({
  title: z.string(),
  summary: z.string(),
  features: z.array(z.string()).describe("What the plan includes."),
  promises: z.array(z.string()).describe("What the app is checked for, in the words of the plan."),
  edits: z.array(z.string()).describe("What becomes different in an app that exists; empty for a new one."),
  status: z.enum(PHASES),
  outcome: z.enum(OUTCOMES).nullable(),
  url: z.string().meta({ format: "uri" }).nullable().describe("Address of the live app."),
  pr_url: z.string().meta({ format: "uri" }).nullable().describe("The pull request with the app's code."),
  left_out: z.string().nullable(),
  error: z.string().nullable().describe("Why it did not succeed, as a sentence."),
  attempts: z.number().int(),
  phases: z.array(
    z.object({
      phase: z.enum(PHASES),
      attempt: z.number().int(),
      started_at: z.iso.datetime(),
      ended_at: z.iso.datetime().nullable(),
    }),
  ),
  checks: z
    .object({
      policy: attempt.policy,
      builds: z.array(attempt.builds.element.pick({ retry: true, verdict: true, reason: true })),
      review: attempt.review,
      acceptance: attempt.acceptance
        .unwrap()
        .pick({ passed: true, results: true, page_errors: true, screenshots: true })
        .nullable(),
    })
    .nullable()
    .describe("The checks of the newest attempt; null before the first."),
  created_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  evidence: z
    .object({ mission_id: z.string(), seal_sha256: sha256Schema })
    .nullable()
    .describe("The sealed pack, if it is shared as well; null until it is sealed."),
});
export type SharedMission = z.infer<typeof sharedMissionSchema>;

/** What the link of a share shows of its mission now. */
export async function sharedMission({
  services,
  tenant,
  share,
}: OpenedShare<WithLedger & WithArtifacts>): Promise<SharedMission> {
  const { mission, attempts } = await readAttempts(services, { tenant }, share.mission_id);
  const { plan, evidence } = mission;
  return {
    ...{ title: plan.title, summary: plan.summary },
    features: plan.features.filter(({ included }) => included).map(({ title }) => title),
    promises: plan.acceptance,
    edits: plan.change?.edits ?? [],
    ...standingOf(mission),
    checks: checksOf(attempts.at(-1)),
    evidence:
      share.evidence && evidence ? { mission_id: mission.id, seal_sha256: evidence.seal_sha256 } : null,
  };
}

function standingOf(mission: Mission) {
  return {
    status: mission.phase,
    outcome: mission.outcome,
    url: mission.url,
    pr_url: mission.pr_url,
    left_out: mission.left_out ?? null,
    error: mission.error?.message ?? null,
    attempts: mission.attempts,
    phases: mission.phases.map((span) => ({ ...span })),
    created_at: mission.created_at,
    ended_at: mission.ended_at,
  };
}

function checksOf(newest: Attempt | undefined): SharedMission["checks"] {
  if (!newest) return null;
  const { policy, builds, review, acceptance } = newest;
  return {
    policy,
    builds: builds.map(({ retry, verdict, reason }) => ({ retry, verdict, reason })),
    review,
    acceptance: acceptance && {
      passed: acceptance.passed,
      results: acceptance.results,
      page_errors: acceptance.page_errors,
      screenshots: acceptance.screenshots,
    },
  };
}
