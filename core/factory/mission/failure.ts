import { z } from "zod";
import { type AcceptanceOutcome, acceptanceReportSchema } from "#core/factory/acceptance.ts";
import { hasFailed, type StepResult, stepResultSchema } from "#core/factory/build/result.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { Caller } from "#core/identity/caller.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** Why a mission, or its last attempt so far, failed. */
export const failureSchema = z.object({
  mission_id: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  attempts: z.number().int(),
  /** One sentence on what really failed: the acceptance, the build, or the step that the error is of. */
  reason: z.string().nullable(),
  /** What was tried to repair it, oldest first. */
  repairs: z.array(z.string()),
  /** Steps of the last build that failed, with their output. */
  steps: z.array(stepResultSchema),
  /** Promises that the deployed app did not keep; `failed_step` counts from 0. */
  acceptance: z.array(
    z.object({ name: z.string(), failed_step: z.number().int().optional(), reason: z.string().optional() }),
  ),
  /** Errors of the deployed page itself. */
  page_errors: z.array(z.string()),
});
export type Failure = z.infer<typeof failureSchema>;

/** Tells why a mission failed. Throws NotFound for one that has not failed, or has not so far. */
export async function explainFailure(
  services: WithLedger & WithArtifacts,
  caller: Caller,
  id: string,
): Promise<Failure> {
  const mission = await findMission(services, caller, id);
  const build = mission.build?.verdict === "passed" ? null : mission.build;
  const acceptance = failedAcceptance(mission);
  if (!mission.error && !build && !acceptance)
    throw new GantryError("NotFound", "The mission has not failed.", { field: "id" });
  const steps = build?.result_sha256 ? await failedSteps(services, mission, build.result_sha256) : [];
  const report = acceptance && (await failedPromises(services, mission, acceptance.report_sha256));
  return {
    mission_id: mission.id,
    error: mission.error,
    attempts: mission.attempts,
    reason: acceptance?.reason ?? build?.reason ?? mission.error?.message ?? null,
    repairs: [...mission.heals],
    steps,
    acceptance: report?.results ?? [],
    page_errors: report?.page_errors ?? [],
  };
}

/** What is read of a build's record here, which may be of an earlier version. */
const recordedSteps = z.object({ steps: z.array(stepResultSchema) });

/** The last acceptance if it failed. One of an attempt before the last build says nothing any more. */
function failedAcceptance({ acceptance, build }: Mission): Mission["acceptance"] {
  const current = acceptance && acceptance.attempt >= (build?.attempt ?? 0);
  return current && !acceptance.passed ? acceptance : null;
}

async function failedSteps(
  { artifacts }: WithArtifacts,
  { tenant }: Mission,
  sha256: string,
): Promise<StepResult[]> {
  const { steps } = recordedSteps.parse(await getJsonArtifact(artifacts, tenant, sha256));
  return steps.filter(hasFailed);
}

async function failedPromises(
  { artifacts }: WithArtifacts,
  { tenant }: Mission,
  sha256: string,
): Promise<{ results: Omit<AcceptanceOutcome, "passed">[]; page_errors: string[] }> {
  const report = acceptanceReportSchema.parse(await getJsonArtifact(artifacts, tenant, sha256));
  const results = report.results.filter(({ passed }) => !passed).map(({ passed: _, ...result }) => result);
  return { results, page_errors: report.page_errors };
}
