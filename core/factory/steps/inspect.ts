import { parseRecord } from "#core/factory/build/parse-record.ts";
import { type BuildResult, buildResultSchema, hasFailed } from "#core/factory/build/result.ts";
import { withLikelyPackages } from "#core/factory/heal/did-you-mean.ts";
import { fingerprintBuild, outputOf } from "#core/factory/heal/fingerprint.ts";
import { failedSoBefore } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { openMission, record, type StepInput } from "#core/factory/steps/context.ts";
import { buildFolder, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

const MAX_RESULT_BYTES = 8 * 2 ** 20;

export interface Inspected {
  readonly verdict: BuildResult["verdict"];
  /** Whether an earlier attempt failed in the same way. */
  readonly same: boolean;
  readonly reason: string;
}

/**
 * Reads and records the supervisor's record of an attempt, the only source of a passed build. Throws EnvironmentFailure
 * when it is missing or invalid.
 */
export async function inspectBuild(
  services: WithLedger & WithArtifacts,
  input: StepInput & { attempt: number; retry: number },
): Promise<Inspected> {
  const mission = await openMission(services, input);
  const { bytes, result } = await readResult(services, input);
  const fingerprint =
    result.verdict === "code" || result.verdict === "killed" ? fingerprintBuild(result) : null;
  const failed = result.steps.filter(hasFailed);
  const step = failed[0] ?? result.steps.at(-1);
  const reason = withLikelyPackages(
    result.reason,
    failed.map(outputOf).join("\n"),
    stackOf(mission.state.plan.stack),
  );
  const result_sha256 = await putArtifact(services.artifacts, input.tenant, bytes);
  await record(mission, [
    missionSignal(
      "gantry.build.finished",
      {
        attempt: input.attempt,
        retry: input.retry,
        verdict: result.verdict,
        reason,
        result_sha256,
        log_sha256: result.log_sha256,
        command: step?.command ?? [],
        exit_code: step?.exit_code ?? null,
        source_sha256: result.source?.sha256 ?? null,
        source_git_tree: result.source?.git_tree ?? null,
        output_sha256: result.output?.sha256 ?? null,
        fingerprint,
      },
      { dedupe: `built-${input.attempt}-${input.retry}` },
    ),
  ]);
  return {
    verdict: result.verdict,
    same: failedSoBefore(mission.state, input.attempt, fingerprint),
    reason,
  };
}

async function readResult(
  { artifacts }: WithArtifacts,
  { tenant, mission_id, attempt, retry }: StepInput & { attempt: number; retry: number },
) {
  const bytes = await artifacts.get(
    `${buildFolder(tenant, mission_id, attempt, retry)}/result.json`,
    MAX_RESULT_BYTES,
  );
  if (!bytes) throw new GantryError("EnvironmentFailure", "The builder returned no result.");
  const parsed = buildResultSchema.safeParse(parseRecord(bytes));
  if (!parsed.success)
    throw new GantryError("EnvironmentFailure", "The builder's result is not a valid build record.", {
      cause: parsed.error,
    });
  const { data: result } = parsed;
  if (result.tenant !== tenant || result.mission_id !== mission_id || result.attempt !== attempt) {
    throw new GantryError("EnvironmentFailure", "The builder's result belongs to another build.");
  }
  return { bytes, result };
}
