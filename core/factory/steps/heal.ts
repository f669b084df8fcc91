import { buildResultSchema, hasFailed, type StepResult } from "#core/factory/build/result.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { repair } from "#core/factory/heal/repair.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { readAcceptanceReport } from "#core/factory/mission/read-acceptance-report.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { callFact, openMission, record, type StepInput } from "#core/factory/steps/context.ts";
import { type FailedAttempt, healByModels, type Repair } from "#core/factory/steps/heal-by-models.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { getArtifact, getJsonArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { CallServices } from "#core/model/call.ts";
import { MAX_IMAGE_BYTES } from "#core/model/image-limits.ts";
import type { WithModels } from "#core/model/model-ids.ts";

export interface HealInput extends StepInput, FailedAttempt {}

type Services = WithLedger & WithArtifacts & CallServices & WithModels & WithPolicies;

/**
 * Repairs a draft: with heal rules, then the small model, then the large one. The repaired draft is checked with the
 * policy again. Throws CodeFailure or ModelRefused when there is no repair.
 */
export async function healDraft(services: Services, input: HealInput): Promise<void> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  if (mission.healed_attempt === input.attempt) return;
  opened.enter("HEALING", input.attempt);
  const manifest = await loadManifest(services, mission);
  const steps = input.source === "build" ? await failedSteps(services, mission) : [];
  const failedInBrowser = input.source === "acceptance";
  const browser = failedInBrowser ? await browserReport(services, mission) : null;
  const screenshot = failedInBrowser ? await screenshotOf(services, mission) : null;
  const found =
    byRules(mission, manifest, steps, input.reason) ??
    (await healByModels(services, { opened, manifest, steps, browser, screenshot, failure: input }));
  const manifest_sha256 = await putArtifact(services.artifacts, input.tenant, canonicalJson(found.manifest));
  await record(opened, [
    ...found.calls.map(callFact),
    missionSignal(
      "gantry.heal.applied",
      { attempt: input.attempt, by: found.by, fixes: [...found.fixes], manifest_sha256 },
      { actor: { kind: "agent", id: "healer" } },
    ),
  ]);
}

function byRules(
  { plan }: Mission,
  before: Manifest,
  steps: readonly StepResult[],
  reason: string,
): Repair | null {
  const result = repair(before.files, { steps, reason, stack: before.stack });
  if (!result) return null;
  const manifest = { ...before, files: [...result.files] };
  if (draftFaults({ plan, manifest, before }).length > 0) return null;
  return { by: "rules", fixes: result.fixes.map(({ sentence }) => sentence), manifest, calls: [] };
}

async function failedSteps({ artifacts }: Services, { tenant, build }: Mission): Promise<StepResult[]> {
  if (!build?.result_sha256) return [];
  const result = buildResultSchema.parse(await getJsonArtifact(artifacts, tenant, build.result_sha256));
  return result.steps.filter(hasFailed);
}

async function browserReport(services: Services, { tenant, acceptance }: Mission) {
  if (!acceptance) return null;
  const { results, page_errors } = await readAcceptanceReport(services, tenant, acceptance.report_sha256);
  return { failed: results.filter(({ passed }) => !passed), page_errors };
}

async function screenshotOf({ artifacts }: Services, { tenant, acceptance }: Mission) {
  if (!acceptance?.screenshot_sha256) return null;
  const bytes = await getArtifact(artifacts, tenant, acceptance.screenshot_sha256, MAX_IMAGE_BYTES);
  return { media_type: "image/png", bytes };
}
