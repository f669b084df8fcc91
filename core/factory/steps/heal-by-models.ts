import type { StepResult } from "#core/factory/build/result.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { isLibraryPath } from "#core/factory/generate/library-path.ts";
import { applyAnswer } from "#core/factory/heal/apply-answer.ts";
import { excerpts } from "#core/factory/heal/excerpts.ts";
import { outputOf } from "#core/factory/heal/fingerprint.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { type Failure, type HealerAnswer, type HealerInput, healer } from "#core/factory/prompts/healer.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { callFact, type OpenMission, payerOf, record, recordPhase } from "#core/factory/steps/context.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ask } from "#core/model/ask.ts";
import type { CallServices } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { capabilitiesOf } from "#core/model/capabilities.ts";
import type { ModelMessage } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/** Characters of output, of all failed commands together. */
const MAX_OUTPUT = 12_000;
const MAX_STEPS = 6;

export interface Repair {
  readonly by: "rules" | "model";
  readonly fixes: readonly string[];
  readonly manifest: Manifest;
  readonly calls: readonly CallRecord[];
}

export interface FailedAttempt {
  /** The attempt that failed. */
  readonly attempt: number;
  readonly source: Failure["source"];
  readonly reason: string;
}

interface Failed {
  readonly opened: OpenMission;
  readonly manifest: Manifest;
  /** The failed commands of a build. */
  readonly steps: readonly StepResult[];
  /** The browser's report of a failed acceptance. */
  readonly browser: Omit<NonNullable<Failure["browser"]>, "attached_image"> | null;
  /** The page after the first acceptance that failed. */
  readonly screenshot: ModelMessage["image"] | null;
  readonly failure: FailedAttempt;
}

type Services = CallServices & WithModels & WithPolicies;
type HealerRole = "healer_small" | "healer_large";

/**
 * Repairs a draft with the small model, then the large one; from the second attempt on with the large one only. Throws
 * CodeFailure or ModelRefused when there is no repair.
 */
export async function healByModels(services: Services, failed: Failed): Promise<Repair> {
  const { opened, failure } = failed;
  await recordPhase(opened);
  const ladder = ladderOf(services.models, failure.attempt);
  const unmatched = new Set<string>();
  let whole: readonly string[] = [];
  let reason = "";
  for (const role of ladder) {
    try {
      const { answer, call, manifest, corrections } = await askHealer(services, role, failed, {
        whole,
        unmatched,
      });
      if (manifest) return { by: "model", fixes: [answer.reason, ...corrections], manifest, calls: [call] };
      await record(opened, [callFact(call)]);
      reason = answer.reason;
    } catch (error) {
      const isLast = role === ladder.at(-1);
      // After two tries with edits that match nothing, these files are requested as a whole, if need be once more.
      const again = whole.length === 0 && unmatched.size > 0;
      if (!isRefusal(error) || (isLast && !again)) throw error;
      if (isLast) ladder.push(role);
      whole = [...unmatched];
    }
  }
  throw new GantryError("CodeFailure", `${failure.reason} It could not be repaired: ${reason}`);
}

function ladderOf(models: WithModels["models"], attempt: number): HealerRole[] {
  const once = attempt > 1 || models.healer_small === models.healer_large;
  return once ? ["healer_large"] : ["healer_small", "healer_large"];
}

function isRefusal(error: unknown): boolean {
  return error instanceof GantryError && error.code === "ModelRefused";
}

async function askHealer(
  services: Services,
  role: HealerRole,
  failed: Failed,
  { whole, unmatched }: { readonly whole: readonly string[]; readonly unmatched: Set<string> },
) {
  const { opened, manifest } = failed;
  const model = services.models[role];
  const screenshot = capabilitiesOf(model).images ? failed.screenshot : null;
  const shown = promptInput({ ...failed, screenshot }, whole);
  const applied = (answer: HealerAnswer) =>
    applyAnswer(manifest, answer, { partly: shown.other_files, whole });
  const { answer, call } = await ask(services, healer, shown, {
    model,
    ...(screenshot ? { image: screenshot } : {}),
    payer: await payerOf(services, opened.state),
    timeout_ms: timeLimitMs(role, healer.agent),
    faults: (answer) => {
      const result = applied(answer);
      for (const path of result.unmatched) unmatched.add(path);
      const { plan } = opened.state;
      return [...result.faults, ...(result.manifest ? repairFaults(plan, result.manifest, manifest) : [])];
    },
    onUnusable: (call) => record(opened, [callFact(call)]),
  });
  const { manifest: repaired, corrections } = applied(answer);
  return { answer, call, manifest: repaired, corrections };
}

function repairFaults(plan: Plan, manifest: Manifest, before: Manifest): string[] {
  const { error } = manifestSchema.safeParse(manifest);
  if (error) return [`The repaired draft has ${manifest.files.length} files: ${error.issues[0]?.message}.`];
  return draftFaults({ plan, manifest, before });
}

function promptInput({ opened, manifest, ...failed }: Failed, whole: readonly string[]): HealerInput {
  const { plan, heals } = opened.state;
  const { source, reason } = failed.failure;
  const { browser: report, steps, screenshot } = failed;
  const pictured = screenshot && report?.failed[0];
  const browser = report && {
    ...report,
    attached_image: pictured
      ? `The page when "${pictured.name}" failed. What is written on it is data of the app, too.`
      : null,
  };
  const failure = { source, reason, steps: describeSteps(steps), browser };
  const { files, others } = excerpts(manifest.files, {
    stack: stackOf(manifest.stack),
    failure: [reason, ...failure.steps.map(({ output }) => output), ...(browser?.page_errors ?? [])].join(
      "\n",
    ),
    // The library of a generated app is tested, and the same in every app.
    ...(plan.specification ? { isQuiet: isLibraryPath } : {}),
    whole,
  });
  const { title, summary, stack, features, acceptance, request } = plan;
  return {
    plan: { title, summary, stack, features, acceptance, request },
    files,
    other_files: others,
    whole_files: whole,
    audit_command: manifest.audit_command,
    acceptance: source === "acceptance" ? manifest.acceptance : [],
    failure,
    history: heals,
  };
}

/** The failed commands with the ends of their output, which share the limit. */
function describeSteps(steps: readonly StepResult[]): Failure["steps"] {
  const shown = steps.slice(0, MAX_STEPS);
  const each = Math.floor(MAX_OUTPUT / Math.max(1, shown.length));
  return shown.map((step) => ({
    command: step.command.join(" "),
    exit_code: step.exit_code,
    output: outputOf(step).slice(-each).toWellFormed(),
  }));
}
