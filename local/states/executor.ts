import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Journal } from "#local/journal.ts";
import type { Clock } from "./clock.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Evaluate } from "./evaluation.ts";
import { type Ending, execute, type LiveExecution } from "./execution.ts";
import type { TaskInvoker } from "./invoker.ts";
import type { Json } from "./json.ts";
import { createLedger, type HistoryEvent, type Ledger, type LedgerEntry, REDRIVE } from "./ledger.ts";
import { parseDefinition } from "./parse-definition.ts";
import type { PendingTask } from "./pending-task.ts";
import { openResumeGuard } from "./resume-guard.ts";
import { type EventBridgeEvent, statusEvent } from "./status-event.ts";
import type { Execution, Store } from "./store.ts";
import { makeToken, readToken } from "./token.ts";
import type { Run } from "./visit.ts";

export interface ExecutorDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly invoke: TaskInvoker;
  readonly evaluate: Evaluate;
  readonly account: string;
  readonly region: string;
  readonly onEvent: (event: EventBridgeEvent) => void;
}

/** Runs executions over their journals. The index comes first: what it lists as running is always taken up. */
export interface Executor {
  start(execution: Execution): void;
  /** Returns when it was put back to work. */
  redrive(arn: string, token?: string): number;
  /** Takes up every execution that was running when the process ended; their task tokens are valid then. */
  resume(): Promise<void>;
  /** Returns how the execution ended: by this call, or before it. */
  stop(arn: string, error?: string, cause?: string): Ending;
  history(arn: string): readonly HistoryEvent[];
  /** The task that waits with this token; `unknown` to any execution, `closed` when it no longer waits. */
  pending(token: string): PendingTask | "invalid" | "unknown" | "closed";
  /** Leaves everything that runs as it is, to be resumed. */
  close(): void;
}

export function createExecutor(deps: ExecutorDeps): Executor {
  const { store, clock } = deps;
  const live = new Map<string, { execution: LiveExecution; journal: Journal<LedgerEntry> }>();

  const known = (arn: string): Execution => {
    const execution = store.executions.get(arn);
    if (!execution) throw new Error(`unknown execution ${arn}`);
    return execution;
  };

  const tell = (execution: Execution) => deps.onEvent(statusEvent(execution, deps.account, deps.region));

  const finish = (arn: string, journal: Journal<LedgerEntry>, ending: Ending) => {
    live.delete(arn);
    journal.close();
    // Told before it is kept: a crash in between tells the same event again, and loses none.
    tell({ ...known(arn), ending });
    store.ended(arn, ending);
  };

  const run = (arn: string) => {
    const execution = known(arn);
    const { journal, entries } = store.journal(arn);
    const ledger = createLedger(clock.now, (entry) => journal.append(entry), entries);
    if (putRedrive(execution, ledger) || ledger.get("start") === undefined) tell(execution);
    const ending = ledger.get("end") as unknown as Ending | undefined;
    if (ending) return finish(arn, journal, ending);
    const parsed = parseDefinition(execution.machine.definition, deps.invoke.sdk);
    if ("diagnostics" in parsed)
      return finish(arn, journal, refuse(ledger, clock.now(), parsed.diagnostics[0]));
    const end = (ending: Ending) => finish(arn, journal, ending);
    const started = execute(runOf(execution, ledger, deps), parsed.definition, end);
    live.set(arn, { execution: started, journal });
  };

  /** Its journal may be what the process dies of, so it is not opened: only the index says how it ended. */
  const giveUp = (arn: string) => {
    const cause = "Each start that took this execution up ended the process.";
    const ending: Ending = { status: "FAILED", stopDate: clock.now(), error: "States.Runtime", cause };
    tell({ ...known(arn), ending });
    store.ended(arn, ending);
  };

  return {
    start(execution) {
      store.putExecution(execution);
      run(execution.arn);
    },
    redrive(arn, token) {
      const at = clock.now();
      store.redriven(arn, at, token);
      run(arn);
      return at;
    },
    async resume() {
      const guard = openResumeGuard(join(store.dir, "resuming.json"));
      for (const { arn, ending } of store.executions.values()) {
        if (ending || live.has(arn)) continue;
        if (guard.refuses(arn)) {
          giveUp(arn);
          continue;
        }
        guard.begin(arn);
        run(arn);
        // Passing over what is recorded takes no I/O: one turn later every waiting task waits again.
        await setImmediate();
      }
      guard.end();
    },
    stop(arn, error, cause) {
      const running = live.get(arn);
      const ending = running ? running.execution.stop(error, cause) : known(arn).ending;
      if (!ending) throw new Error(`${arn} is neither running nor ended: was start() called?`);
      return ending;
    },
    history(arn) {
      const running = live.get(arn);
      return running ? running.execution.run.ledger.events() : store.read(arn).flatMap(({ e }) => e ?? []);
    },
    pending(token) {
      const read = readToken(token);
      if (!read) return "invalid";
      if (!store.executions.has(read.executionArn)) return "unknown";
      const found = live.get(read.executionArn)?.execution.run.pending.get(read.key);
      return found?.task.token === token ? found : "closed";
    },
    close() {
      for (const { execution, journal } of live.values()) {
        execution.suspend();
        journal.close();
      }
      live.clear();
      store.close();
    },
  };
}

/** Writes the redrive the index knows of, unless the journal has it already. */
function putRedrive(execution: Execution, ledger: Ledger): boolean {
  const done = ledger.events().filter(({ type }) => type === "ExecutionRedriven").length;
  const count = execution.redrives.length;
  if (done >= count) return false;
  const trail = { last: ledger.events().at(-1)?.id ?? 0 };
  const details = { redriveCount: count };
  ledger.put(REDRIVE, count, trail, { type: "ExecutionRedriven", details });
  return true;
}

function runOf(execution: Execution, ledger: Ledger, deps: ExecutorDeps): Run {
  const { arn, name, machine, redrives } = execution;
  const date = redrives.at(-1);
  return {
    execution: { arn, name, roleArn: machine.roleArn },
    machine: { arn: machine.arn, name: machine.name },
    region: deps.region,
    input: JSON.parse(execution.input) as Json,
    startDate: execution.startDate,
    redrive: { count: redrives.length, ...(date === undefined ? {} : { date }) },
    ledger,
    clock: deps.clock,
    invoke: deps.invoke,
    evaluate: deps.evaluate,
    random: Math.random,
    pending: new Map(),
    newToken: (key) => makeToken(arn, key),
  };
}

/** A machine written for a version that ran more than this one: its executions fail, the others go on. */
function refuse(ledger: Ledger, now: number, { message, location }: Diagnostic): Ending {
  const cause = `The definition is no longer accepted: ${message} at ${location}`;
  const ending: Ending = { status: "FAILED", stopDate: now, error: "States.Runtime", cause };
  const trail = { last: ledger.events().at(-1)?.id ?? 0 };
  const details = { error: "States.Runtime", cause };
  ledger.put("end", { ...ending }, trail, { type: "ExecutionFailed", details });
  return ending;
}
