import { z } from "zod";
import type { AcceptanceOutcome } from "#core/factory/acceptance-report.ts";
import { hasFailed, type StepResult, stepResultSchema } from "#core/factory/build/result.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { readAcceptanceReport } from "#core/factory/mission/read-acceptance-report.ts";
import type { Caller } from "#core/identity/caller.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** Why a mission or its last attempt failed. */
export const failureSchema = z.object({
  mission_id: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  attempts: z.number().int(),
  /** A sentence about the failure: of the acceptance, the build, or the mission's error. */
  reason: z.string().nullable(),
  /** The repairs so far, oldest first. */
  repairs: z.array(z.string()),
  /** Failed steps of the last build, with their output. */
  steps: z.array(stepResultSchema),
  /** Failed acceptances of the deployed app; `failed_step` counts from 0. */
  acceptance: z.array(
    z.object({ name: z.string(), failed_step: z.number().int().optional(), reason: z.string().optional() }),
  ),
  /** Errors of the deployed page itself. */
  page_errors: z.array(z.string()),
});
export type Failure = z.infer<typeof failureSchema>;

/** Explains why a mission failed. Throws NotFound for an unknown mission and for one that has not failed. */
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

/** The part of a build record that is read here; the record can have an earlier version. */
const recordedSteps = z.object({ steps: z.array(stepResultSchema) });

/** The last acceptance report if it failed and is not older than the last build. */
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
  services: WithArtifacts,
  { tenant }: Mission,
  sha256: string,
): Promise<{ results: Omit<AcceptanceOutcome, "passed">[]; page_errors: string[] }> {
  const report = await readAcceptanceReport(services, tenant, sha256);
  const results = report.results.filter(({ passed }) => !passed).map(({ passed: _, ...result }) => result);
  return { results, page_errors: report.page_errors };
}
