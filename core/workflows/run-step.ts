import type { WithDirectives } from "#core/directives/approvals.ts";
import { perform } from "#core/directives/perform.ts";
import { readWith } from "#core/directives/read.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Json } from "#core/kernel/json.ts";
import { type Key, stepKey } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { keepTaskToken } from "#core/kernel/task-token.ts";
import { type Attempt, afterFailure, isCurrent, stepIn } from "#core/workflows/attempt.ts";
import { beginChild, childResult } from "#core/workflows/child.ts";
import { type OpenRun, openRun, type RunInput, requireRunGoing } from "#core/workflows/open-run.ts";
import { pinnedDefinition } from "#core/workflows/pinned.ts";
import { valuesOf } from "#core/workflows/progress.ts";
import type { StepRecord } from "#core/workflows/record.ts";
import { runRef } from "#core/workflows/run.ts";
import { runFact } from "#core/workflows/run-signals.ts";
import type { Step } from "#core/workflows/step.ts";
import { effectCall, subjectOf } from "#core/workflows/step-effect.ts";
import { effectTool, readTool, type ToolServices } from "#core/workflows/tools.ts";
import { fill, type Template } from "#core/workflows/values.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

export interface StepRunInput extends RunInput, Attempt {
  /** The task token for a step that an external event completes. */
  readonly token?: string | undefined;
}

export type StepServices = WithLedger &
  WithStore &
  WithArtifacts &
  WithClock &
  WithWorkflows &
  ToolServices &
  WithDirectives;

/**
 * Runs one attempt at a step, or at its compensation, and records its result. Does nothing for an attempt that is no
 * longer running. A GantryError is recorded as the attempt's failure; Conflict, Internal and unexpected errors are
 * thrown, so that the state machine retries.
 */
export async function runStep(services: StepServices, input: StepRunInput): Promise<void> {
  if (input.token !== undefined) await keepTaskToken(services, tokenKey(input), input.token);
  const run = await openRun(services, input);
  requireRunGoing(run.state);
  if (!isCurrent(run.state.records, input)) return answer(services, input.token);
  const definition = await pinnedDefinition(services, run.state);
  const step = stepIn(definition, input.step);
  try {
    const record = await attempt(services, run, step, input);
    if (record) await put(run, input, record);
  } catch (error) {
    if (!(error instanceof GantryError) || error.code === "Conflict" || error.code === "Internal")
      throw error;
    const { code, message } = error;
    await put(run, input, afterFailure(step, input, { code, message }, services.clock.now()));
  }
  if (!isCurrent(run.state.records, input)) await answer(services, input.token);
}

/** Performs the step. Returns its new record; undefined when it is still running or already recorded. */
async function attempt(
  services: StepServices,
  run: OpenRun,
  step: Step,
  input: StepRunInput,
): Promise<StepRecord | undefined> {
  const filled = (template: Template) => fill(template, valuesOf(run.state.input, run.state.records));
  if (input.undo) return effect(services, run, step, input);
  switch (step.kind) {
    case "tool": {
      const call = { tool: await readTool(services, step.tool), args: filled(step.args) };
      return succeeded(input, (await readWith(services, subjectOf(run), call)) as Json);
    }
    case "directive":
      return effect(services, run, step, input);
    case "wait":
      return { ...attemptOf(input), state: "waiting", until_ms: services.clock.now() + step.seconds * 1000 };
    case "workflow": {
      await beginChild(services, run.state, step, filled(step.input));
      const result = await childResult(services, run.state, step);
      return result === undefined ? undefined : succeeded(input, result);
    }
    case "external": {
      const report = run.state.reports.findLast((other) => other.step === step.id);
      return report && succeeded(input, report.result as Json);
    }
    default:
      throw new TypeError(`a ${step.kind} is not run`);
  }
}

/**
 * Performs the effect, which is recorded in one transaction with the step. Returns a record only if another is needed.
 */
async function effect(
  services: StepServices,
  run: OpenRun,
  step: Step,
  input: StepRunInput,
): Promise<StepRecord | undefined> {
  const { tool, args, key } = effectCall(run.state, step, input.undo);
  const { tenant, pins } = run.state;
  const policy = await services.policies.load(tenant, pins.policy as DefinitionRef);
  const performed = await perform({ ...services, policy }, subjectOf(run), {
    tool: effectTool(tool),
    args,
    key,
    facts: (result) => [changed(succeeded(input, result as Json))],
  });
  if (performed.state === "awaiting_decision") return { ...attemptOf(input), state: "awaiting_decision" };
  return isCurrent(run.state.records, input) ? succeeded(input, performed.result as Json) : undefined;
}

const MAX_RESULT_BYTES = 4096;

function succeeded(input: Attempt, result: Json): StepRecord {
  if (canonicalJson(result).length > MAX_RESULT_BYTES)
    throw new GantryError(
      "TooLarge",
      `The result of ${input.step} has more than ${MAX_RESULT_BYTES} characters.`,
    );
  return { ...attemptOf(input), state: "succeeded", result };
}

const attemptOf = ({ step, undo, attempt }: Attempt): Attempt => ({ step, undo, attempt });
const changed = (record: StepRecord) => runFact("gantry.step.changed", { ...record } as never);

/** Records the result of an attempt, unless one is already recorded. */
async function put(run: OpenRun, input: Attempt, record: StepRecord): Promise<void> {
  await run.append((state) =>
    state && isCurrent(state.records, input) ? { drafts: [changed(record)] } : null,
  );
}

const tokenKey = ({ tenant, execution_id, step, attempt }: StepRunInput): Key =>
  stepKey(runRef(tenant, execution_id), step, attempt);

async function answer({ workflows }: WithWorkflows, token: string | undefined): Promise<void> {
  if (token !== undefined) await workflows.succeed(token, {});
}
