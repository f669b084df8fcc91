import { buildResultSchema, hasFailed, type StepResult } from "#core/factory/build/result.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { repair } from "#core/factory/heal/repair.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { type Failure, type HealerAnswer, healer } from "#core/factory/prompts/healer.ts";
import {
  callFact,
  type OpenMission,
  openMission,
  payerOf,
  record,
  recordPhase,
  type StepInput,
} from "#core/factory/steps/context.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { getJsonArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { ask } from "#core/model/ask.ts";
import type { CallServices } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

const MAX_OUTPUT = 12_000;

export interface HealInput extends StepInput {
  /** The attempt that failed. */
  readonly attempt: number;
  readonly source: Failure["source"];
  readonly reason: string;
}

type Services = WithLedger & WithArtifacts & CallServices & WithModels & WithPolicies;
interface Repair {
  readonly by: "rules" | "model";
  readonly fixes: readonly string[];
  readonly manifest: Manifest;
  readonly calls: readonly CallRecord[];
}

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
  const found =
    byRules(mission, manifest, steps, input.reason) ??
    (await byModels(services, input, opened, manifest, steps));
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

/** Uses only the large model from the second attempt on; otherwise the small one first, then the large one. */
async function byModels(
  services: Services,
  input: HealInput,
  opened: OpenMission,
  manifest: Manifest,
  steps: readonly StepResult[],
): Promise<Repair> {
  await recordPhase(opened);
  const mission = opened.state;
  const { healer_small, healer_large } = services.models;
  const once = input.attempt > 1 || healer_small === healer_large;
  const ladder = once ? (["healer_large"] as const) : (["healer_small", "healer_large"] as const);
  const payer = await payerOf(services, mission);
  let reason = "";
  for (const [rung, role] of ladder.entries()) {
    try {
      const { answer, call } = await ask(services, healer, promptInput(input, mission, manifest, steps), {
        model: services.models[role],
        payer,
        timeout_ms: timeLimitMs(role, healer),
        faults: (answer) => repairFaults(mission, manifest, answer),
        onUnusable: (call) => record(opened, [callFact(call)]),
      });
      const repaired = apply(manifest, answer);
      if (repaired) return { by: "model", fixes: [answer.reason], manifest: repaired, calls: [call] };
      await record(opened, [callFact(call)]);
      reason = answer.reason;
    } catch (error) {
      if (!isRefusal(error) || rung === ladder.length - 1) throw error;
    }
  }
  throw new GantryError("CodeFailure", `${input.reason} It could not be repaired: ${reason}`);
}

function isRefusal(error: unknown): boolean {
  return error instanceof GantryError && error.code === "ModelRefused";
}

function repairFaults({ plan }: Mission, before: Manifest, answer: HealerAnswer): string[] {
  const manifest = apply(before, answer);
  if (!manifest) return [];
  const { error } = manifestSchema.safeParse(manifest);
  if (error) return [`The repaired draft has ${manifest.files.length} files: ${error.issues[0]?.message}.`];
  return draftFaults({ plan, manifest, before });
}

function promptInput(input: HealInput, mission: Mission, manifest: Manifest, steps: readonly StepResult[]) {
  return {
    plan: mission.plan,
    files: manifest.files.filter(({ encoding }) => encoding !== "base64"),
    audit_command: manifest.audit_command,
    failure: { source: input.source, reason: input.reason, steps: steps.map(describe) },
    history: mission.heals,
  };
}

function describe(step: StepResult) {
  const output = [step.stdout.head, step.stdout.tail, step.stderr.head, step.stderr.tail]
    .filter((text) => text !== "")
    .join("\n");
  return { command: step.command.join(" "), exit_code: step.exit_code, output: output.slice(-MAX_OUTPUT) };
}

/** The draft with the changes of the answer; null when nothing changes. */
function apply(manifest: Manifest, { repaired, files, deleted }: HealerAnswer): Manifest | null {
  if (!repaired) return null;
  const changed = new Map(files.map((file) => [file.path, file]));
  const kept = manifest.files.filter(({ path }) => !deleted.includes(path) && !changed.has(path));
  const next: SourceFile[] = [...kept, ...changed.values()];
  const same = canonicalJson(next.toSorted(byPath)) === canonicalJson(manifest.files.toSorted(byPath));
  return same ? null : { ...manifest, files: next };
}

const byPath = (a: SourceFile, b: SourceFile) => (a.path < b.path ? -1 : 1);

async function failedSteps({ artifacts }: Services, { tenant, build }: Mission): Promise<StepResult[]> {
  if (!build?.result_sha256) return [];
  const result = buildResultSchema.parse(await getJsonArtifact(artifacts, tenant, build.result_sha256));
  return result.steps.filter(hasFailed);
}
