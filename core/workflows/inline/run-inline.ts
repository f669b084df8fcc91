import { hasEnded } from "#core/governance/execution/states.ts";
import { endingDrafts } from "#core/governance/gate/plan.ts";
import { putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError, toProblem } from "#core/kernel/errors.ts";
import type { Json } from "#core/kernel/json.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { createdDraft, type NewRun } from "#core/workflows/begin-run.ts";
import type { InlineDefinition } from "#core/workflows/definition.ts";
import { failedOutcome } from "#core/workflows/failed-outcome.ts";
import type { InlineJob, InlineWorkflow } from "#core/workflows/inline/inline.ts";
import { pendingItem } from "#core/workflows/inline/pending.ts";
import { type Run, runRef, runs } from "#core/workflows/run.ts";
import { type RunResult, runFact } from "#core/workflows/run-signals.ts";

export type InlineServices = WithLedger & WithArtifacts & WithClock;

export interface NewInlineRun extends Omit<NewRun, "definition"> {
  readonly definition: InlineDefinition;
}

/** A larger result is stored as an artifact. */
const MAX_RESULT_CHARACTERS = 4096;

/**
 * Runs a workflow on the machine `inline` within a request: records the start, does the work, and records the end with
 * the result or error, unless the run exceeded its time limit. Returns an existing run without doing its work again.
 * Throws InvalidInput for an input that does not match the workflow's. An unexpected error of the work is recorded as
 * Internal and then rethrown.
 */
export async function runInline<S>(
  services: InlineServices & S,
  begun: NewInlineRun,
  { check, work }: Pick<InlineWorkflow<S>, "check" | "work">,
): Promise<Run> {
  const ref = runRef(begun.tenant, begun.id);
  check?.(begun.input as Readonly<Record<string, unknown>>);
  const created = await createdDraft(services, begun);
  const run = await services.ledger.open(runs, ref);
  const pending = pendingItem(ref, services.clock.now(), begun.definition.active_seconds);
  const { signals } = await run.append((state) =>
    state ? null : { drafts: [created, RUNNING], writes: [{ put: pending }] },
  );
  if (signals.length === 0) return run.state as Run;
  const { drafts, fault } = await perform(services, run.state as Run, work);
  const { state } = await run.append((current) => (current && !hasEnded(current.state) ? { drafts } : null));
  if (fault) throw fault.error;
  return state;
}

const RUNNING = runFact("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null });

/** Does the work. Returns the last signals of the run, and an unexpected error if there was one. */
async function perform<S>(
  services: InlineServices & S,
  run: Run,
  work: InlineWorkflow<S>["work"],
): Promise<{ readonly drafts: readonly SignalDraft[]; readonly fault?: { readonly error: unknown } }> {
  const calls: SignalDraft[] = [];
  const { tenant, input } = run;
  const called: InlineJob["called"] = (call) =>
    void calls.push(runFact("gantry.model.called", call, { kind: "agent", id: call.role }));
  try {
    const result = await keep(services, tenant, await work(services, { tenant, input, called }));
    return { drafts: [...calls, succeeded(result)] };
  } catch (error) {
    const drafts = [...calls, ...failed(run, error)];
    return error instanceof GantryError ? { drafts } : { drafts, fault: { error } };
  }
}

async function keep({ artifacts }: WithArtifacts, tenant: string, value: Json): Promise<RunResult> {
  const text = canonicalJson(value);
  if (text.length <= MAX_RESULT_CHARACTERS) return { value: JSON.parse(text) };
  return { sha256: await putArtifact(artifacts, tenant, text) };
}

const succeeded = (result: RunResult): SignalDraft =>
  runFact("gantry.execution.transitioned", {
    from: "RUNNING",
    to: "COMPLETED",
    outcome: "succeeded",
    result,
  });

/** The ending of a failed run: a GantryError with its message, any other error without it. */
function failed(run: Run, error: unknown): SignalDraft[] {
  const { code, detail: message } = toProblem(error);
  return [
    runFact("gantry.execution.failed", { code, message }),
    ...endingDrafts(run, failedOutcome({ code })),
  ];
}
