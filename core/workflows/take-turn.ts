import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { type Attempt, afterFailure, isCurrent, stepIn } from "#core/workflows/attempt.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";
import { next, type Turn } from "#core/workflows/next.ts";
import { openRun, type RunInput } from "#core/workflows/open-run.ts";
import { pinnedDefinition } from "#core/workflows/pinned.ts";
import { addRecord, recordOf, type StepRecord } from "#core/workflows/record.ts";
import type { Run } from "#core/workflows/run.ts";
import { runFact } from "#core/workflows/run-signals.ts";
import { readTaskError } from "#core/workflows/task-error.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

export interface TurnInput extends RunInput {
  /** Number of the machine's run for this execution, from 1. */
  readonly run: number;
  /** Upper estimate of the events in the history of this run so far. */
  readonly events: number;
  /** When the execution will have used up its active time, in epoch milliseconds. */
  readonly deadline_ms: number;
  /** Results of the steps of the previous turn; `error` is present when the function failed. */
  readonly results: readonly (Attempt & {
    readonly error?: { readonly code: string; readonly cause: string } | undefined;
  })[];
}

/** What the state machine does next. */
type Reply =
  | Exclude<Turn, { kind: "gate" } | { kind: "done" }>
  | { readonly kind: "gate"; readonly awaits: { readonly step: string; readonly undo: boolean } }
  | {
      readonly kind: "done";
      readonly outcome: string;
      readonly error?: { readonly code: string; readonly message: string };
    }
  | { readonly kind: "continued" };

export type TurnReply = Reply & { readonly events: number };

/** Step Functions limits the history of a run to 25,000 events, so a new run continues well before that. */
const MAX_EVENTS = 18_000;

/**
 * Records the failures of the previous turn and the steps that start in the next one, and returns the next turn.
 * Idempotent: a repeated call, for example after a crash, returns the same turn.
 */
export async function takeTurn(
  services: WithLedger & WithArtifacts & WithClock & WithWorkflows,
  input: TurnInput,
): Promise<TurnReply> {
  const opened = await openRun(services, input);
  const definition = await pinnedDefinition(services, opened.state);
  let turn: Turn | undefined;
  await opened.append((run) => {
    const plan = planTurn(definition, run as Run, input, services.clock.now());
    turn = plan.turn;
    return { drafts: plan.drafts };
  });
  const events = input.events + eventsOf(turn as Turn);
  if (events > MAX_EVENTS && turn?.kind !== "done") return continueRun(services, input);
  return { ...replyOf(turn as Turn), events };
}

function planTurn(
  definition: StepsDefinition,
  run: Run,
  { results, deadline_ms }: TurnInput,
  now: number,
): { readonly turn: Turn; readonly drafts: SignalDraft[] } {
  const failed = results.flatMap(({ error, ...attempt }) =>
    error && isCurrent(run.records, attempt)
      ? [afterFailure(stepIn(definition, attempt.step), attempt, failureOf(error), now)]
      : [],
  );
  const records = failed.reduce(addRecord, run.records);
  const turn = next(definition, { input: run.input, records, deadline_ms }, now);
  const changed = [...failed, ...begun(turn, records)];
  const starts = run.state === "CREATED" ? [transition("CREATED", "RUNNING")] : [];
  return {
    turn,
    drafts: [...starts, ...changed.map((record) => runFact("gantry.step.changed", { ...record } as never))],
  };
}

const failureOf = ({ code, cause }: { readonly code: string; readonly cause: string }) =>
  readTaskError({ code, message: cause === "" ? "The step did not end within its time limit." : cause });

/** The records of the steps that start in a turn, without those that exist already. */
function begun(turn: Turn, records: readonly StepRecord[]): StepRecord[] {
  const open: StepRecord[] =
    turn.kind === "run"
      ? turn.steps.map(({ step, undo, attempt }) => ({ step, undo, attempt, state: "running" }))
      : turn.kind === "gate"
        ? [{ step: turn.step, undo: turn.undo, attempt: 1, state: "awaiting_decision" }]
        : [];
  return open.filter(({ step, undo, attempt, state }) => {
    const known = recordOf(records, { step, undo });
    return state === "awaiting_decision"
      ? known?.state !== state
      : known?.state !== state || known.attempt !== attempt;
  });
}

function replyOf(turn: Turn): Reply {
  if (turn.kind === "gate") return { kind: "gate", awaits: { step: turn.step, undo: turn.undo } };
  if (turn.kind === "done")
    return { kind: "done", outcome: turn.outcome, ...(turn.error ? { error: turn.error } : {}) };
  return turn;
}

/** Upper estimate of the events that a turn adds to the machine's history, including retries. */
function eventsOf(turn: Turn): number {
  const TURN = 20;
  const STEP = 40;
  return TURN + (turn.kind === "run" ? STEP * turn.steps.length : turn.kind === "gate" ? 2 * STEP : 0);
}

/** Starts a new run of the machine, which continues from the records; the current run ends. */
async function continueRun({ workflows }: WithWorkflows, input: TurnInput): Promise<TurnReply> {
  const { tenant, execution_id, deadline_ms } = input;
  const run = input.run + 1;
  await workflows.start({
    execution: { tenant, id: execution_id },
    machine: "workflow",
    run,
    input: { tenant, execution_id, run, deadline_ms },
  });
  return { kind: "continued", events: input.events };
}

const transition = (from: "CREATED", to: "RUNNING") =>
  runFact("gantry.execution.transitioned", { from, to, outcome: null });
