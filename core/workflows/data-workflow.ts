import { directiveGate, settleDirective } from "#core/directives/gate.ts";
import { directiveId } from "#core/directives/records.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { GateRequest } from "#core/governance/gate/request.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { stepIn } from "#core/workflows/attempt.ts";
import { openRun } from "#core/workflows/open-run.ts";
import { pinnedDefinition } from "#core/workflows/pinned.ts";
import { valuesOf } from "#core/workflows/progress.ts";
import { recordOf, type StepRecord } from "#core/workflows/record.ts";
import type { Awaits, RequestServices, SettleServices, Workflow } from "#core/workflows/registry.ts";
import type { Run } from "#core/workflows/run.ts";
import { type RunFacts, runFact } from "#core/workflows/run-signals.ts";
import { effectCall, effectKey, subjectOf } from "#core/workflows/step-effect.ts";
import { fill } from "#core/workflows/values.ts";

/** The implementation of all data-defined workflows; their differences are in their definitions. */
export const dataWorkflow: Workflow<unknown> = {
  async start(_, { tenant, id }, begun) {
    const { active_seconds } = begun.data as RunFacts["gantry.execution.created"];
    return { machine: "workflow", input: { tenant, execution_id: id, active_seconds } };
  },
  request: gateOf,
  settle,
};

async function gateOf(
  services: RequestServices,
  { tenant, id }: { readonly tenant: string; readonly id: string },
  awaits: Awaits,
): Promise<GateRequest> {
  const { state: run } = await openRun(services, { tenant, execution_id: id });
  const definition = await pinnedDefinition(services, run);
  const { step: name, undo } = awaits as Exclude<Awaits, { directive: string }>;
  const step = stepIn(definition, name);
  if (step.kind === "gate" && !undo) {
    const { id: key, kind: _, show, depends_on: __, title, ...terms } = step;
    return {
      ...terms,
      key,
      name: key,
      title: `${definition.title}: ${title}`.slice(0, 200),
      escalate: terms.escalate ?? null,
      policy: run.workflow as DefinitionRef,
      snapshot: JSON.parse(JSON.stringify(fill(show, valuesOf(run.input, run.records)))),
    };
  }
  return directiveGate(
    services,
    { tenant, execution: id },
    {
      id: directiveId({ execution: id }, effectCall(run, step, undo)),
      policy: run.pins.policy as DefinitionRef,
      title: step.title,
      about: { workflow: definition.id, step: name },
    },
  );
}

/**
 * Whether a step or its compensation waits at this gate: its own gate, or that of its directive, named after the tool.
 */
function isWaitingAt({ key, name: tool }: Gate, run: Run, record: StepRecord): boolean {
  if (record.state !== "awaiting_decision") return false;
  if (record.step === key && !record.undo) return true;
  return directiveId({ execution: run.id }, { tool, key: effectKey(run, record) }) === key;
}

/** Records the decision for the waiting step: a gate step succeeds or fails, an approved effect is run again. */
async function settle(
  services: SettleServices,
  { tenant, id }: { readonly tenant: string; readonly id: string },
  gate: Gate,
): Promise<void> {
  const run = await openRun(services, { tenant, execution_id: id });
  const waiting = run.state.records.find((record) => isWaitingAt(gate, run.state, record));
  if (!waiting) return;
  const isGateStep = gate.key === waiting.step;
  if (!isGateStep) await settleDirective(services, subjectOf(run), gate);
  await run.append((state) =>
    isWaiting(state, waiting)
      ? { drafts: [runFact("gantry.step.changed", decided(waiting, gate, isGateStep) as never)] }
      : null,
  );
}

const isWaiting = (run: Run | null, about: StepRecord): boolean =>
  recordOf(run?.records ?? [], about)?.state === "awaiting_decision";

function decided({ step, undo, attempt }: StepRecord, gate: Gate, isGateStep: boolean): StepRecord {
  const about = { step, undo, attempt };
  const { decision, title, state } = gate;
  if (decision?.type === "REJECT") {
    const isExpired = state === "expired";
    const message = isExpired
      ? `${title}: no decision was made in time.`
      : `${title}: rejected by ${decision.actor}.`;
    return { ...about, state: "failed", error: { code: isExpired ? "TimedOut" : "Rejected", message } };
  }
  if (!isGateStep) return { ...about, state: "running" };
  return {
    ...about,
    state: "succeeded",
    result: { decision: decision?.decision_id ?? "", type: decision?.type ?? "", by: decision?.actor ?? "" },
  };
}
