import { type DirectiveFact, nextDirectives } from "#core/directives/directive.ts";
import {
  beginExecution,
  type Execution,
  reduceExecution,
  type Seal,
} from "#core/governance/execution/execution.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import { gateItems } from "#core/governance/gate/subject.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { View } from "#core/kernel/ledger/outbox.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";
import type { RunMachine } from "#core/workflows/machines.ts";
import { addRecord, type Failure, type StepRecord } from "#core/workflows/record.ts";
import type { RunFacts, RunResult, RunSignal } from "#core/workflows/run-signals.ts";

/**
 * An execution of any workflow other than a mission. Can be rebuilt with `reduceRun` from its chain, except for the
 * seal.
 */
export interface Run extends Execution {
  readonly input: Readonly<Record<string, string>>;
  readonly depth: number;
  readonly machine: RunMachine;
  /** The result; null except for a successful run on the machine `inline`. */
  readonly result: RunResult | null;
  /** The newest record of each step, in the order of their last changes. */
  readonly records: readonly StepRecord[];
  /** Reports of external systems, newest last. */
  readonly reports: readonly RunFacts["gantry.external.reported"][];
  readonly directives: readonly DirectiveFact[];
  readonly error: Failure | null;
  /** Whether the last attempt to write its evidence failed. */
  readonly unsealed: boolean;
}

/** The run after one more signal. Throws IllegalTransition for an illegal transition of the run or of a directive. */
export function reduceRun(run: Run | null, signal: AnySignal): Run {
  const fact = signal as unknown as RunSignal;
  if (!run) return begin(signal);
  const next = reduceExecution(run, signal);
  switch (fact.type) {
    case "gantry.step.changed":
      return { ...next, records: addRecord(next.records, fact.data as StepRecord) };
    case "gantry.execution.transitioned":
      return { ...next, result: fact.data.result ?? null };
    case "gantry.external.reported":
      return { ...next, reports: [...next.reports, fact.data] };
    case "gantry.directive.changed":
      return { ...next, directives: nextDirectives(next.directives, fact.data) ?? [] };
    case "gantry.execution.failed":
      return { ...next, error: fact.data };
    default:
      return next;
  }
}

function begin(signal: AnySignal): Run {
  const fact = signal as unknown as RunSignal;
  if (fact.type !== "gantry.execution.created")
    throw new TypeError(`the first signal of a run must be gantry.execution.created, not ${fact.type}`);
  const { workflow, policy, requester, team, trigger, depth, machine, input } = fact.data;
  const { kind, ref } = trigger;
  return {
    ...beginExecution(signal, { workflow, pins: { policy }, requester, team, trigger: { kind, ref } }),
    input,
    depth,
    machine,
    result: null,
    records: [],
    reports: [],
    directives: [],
    error: null,
    unsealed: false,
  };
}

/** The ended run with its seal. */
export const addRunSeal = (run: Run, evidence: Seal): Run => ({ ...run, evidence, unsealed: false });

/** Maximum nesting depth of runs. */
export const MAX_DEPTH = 5;

export const runs: Projection<Run> = {
  reduce: reduceRun,
  view: (run): View => ({ status: statusOf(run), message: sentenceOf(run), url: null }),
  items: gateItems,
  listing: ({ created_at }) => ({ kind: "run", status: "all", time: created_at }),
};

/** The status of a run in the API. */
function statusOf({ state, outcome, evidence, unsealed }: Run): string {
  if (!hasEnded(state)) return state;
  if (unsealed) return "SEAL_FAILED";
  return evidence ? (outcome ?? state).toUpperCase() : "SEALING";
}

function sentenceOf(run: Run): string {
  const name = run.workflow?.id ?? "The run";
  if (run.error) return `${name}: ${run.error.message}`.slice(0, 300);
  if (run.gate?.state === "open") return `${name} is waiting for an approval.`;
  return hasEnded(run.state) ? `${name} has ended: ${run.outcome}.` : `${name} is running.`;
}

export const runRef = (tenant: string, id: string): AggregateRef => ({ tenant, kind: "execution", id });
