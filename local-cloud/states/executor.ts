import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { DamagedFile } from "#local-cloud/durable/damage.ts";
import type { Journal } from "#local-cloud/durable/journal.ts";
import { ServiceError } from "#local-cloud/http.ts";
import type { Clock } from "./clock.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { StateError } from "./errors.ts";
import type { Evaluate } from "./evaluation.ts";
import { type Ending, execute, type LiveExecution } from "./execution.ts";
import { Interrupted } from "./interrupt.ts";
import type { TaskInvoker } from "./invoker.ts";
import type { Json } from "./json.ts";
import { createLedger, type HistoryEvent, type Ledger, type LedgerEntry, REDRIVE } from "./ledger.ts";
import { parseDefinition } from "./parse-definition.ts";
import type { PendingTask } from "./pending.ts";
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

/** Time after which an execution that could not be recorded is resumed. */
const STALLED_MS = 1000;

/** JSON can be parsed but not serialised at any depth, so a retry would not help. */
const TOO_DEEP = "A value is nested too deeply to be recorded.";

/**
 * Runs executions with their journals. The index is written first: executions that it lists as running are
 * always resumed. If the journal of an execution cannot be written, for instance on a full disk, the
 * execution is suspended and later resumed from the journal, as after a crash.
 */
export interface Executor {
  start(execution: Execution): void;
  /** Returns the time of the redrive. */
  redrive(arn: string, token?: string): number;
  /** Resumes every execution that was running when the process ended. Then their task tokens are valid. */
  resume(): Promise<void>;
  /** Returns how the execution ended, by this call or before it. */
  stop(arn: string, error?: string, cause?: string): Ending;
  history(arn: string): readonly HistoryEvent[];
  /**
   * The task that waits with this token; `unknown` if no execution has it, `closed` if the task no longer
   * waits, `unavailable` while its execution is suspended.
   */
  pending(token: string): PendingTask | "invalid" | "unknown" | "closed" | "unavailable";
  /** Whether an execution is currently suspended. */
  isStalled(): boolean;
  /** Resolves when everything that executions have recorded is on the disk. */
  settled(): Promise<void>;
  /** Suspends all running executions. */
  close(): void;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share the running executions.
export function createExecutor(deps: ExecutorDeps): Executor {
  const { store, clock } = deps;
  const live = new Map<string, { execution: LiveExecution; journal: Journal<LedgerEntry> }>();

  /** Suspended executions, and the timers that resume them. */
  const stalled = new Map<string, NodeJS.Timeout>();

  const known = (arn: string): Execution => {
    const execution = store.executions.get(arn);
    if (!execution) throw new Error(`unknown execution ${arn}`);
    return execution;
  };

  const tell = (execution: Execution) => deps.onEvent(statusEvent(execution, deps.account, deps.region));

  const stall = (arn: string) => {
    const running = live.get(arn);
    live.delete(arn);
    running?.execution.suspend();
    if (running) closeQuietly(running.journal);
    clearTimeout(stalled.get(arn));
    stalled.set(arn, setTimeout(() => takeUp(arn), STALLED_MS).unref());
  };

  /**
   * The journal is on the disk before the end is reported, and the end is reported before the index contains
   * it.
   */
  const finish = (arn: string, journal: Journal<LedgerEntry>, ending: Ending) => {
    try {
      journal.close();
      tell({ ...known(arn), ending });
      store.ended(arn, ending);
      live.delete(arn);
    } catch {
      stall(arn);
    }
  };

  const ledgerOf = (arn: string, journal: Journal<LedgerEntry>, entries: LedgerEntry[]) => {
    let isDown = false;
    const orStall = (error: unknown): never => {
      if (isDown) throw new Interrupted("suspended");
      isDown = true;
      console.error(`states: ${arn} waits, its journal cannot be written: ${(error as Error).message}`);
      stall(arn);
      throw new Interrupted("suspended");
    };
    const append = (entry: LedgerEntry) => {
      try {
        journal.append(entry);
      } catch (error) {
        if (error instanceof RangeError) throw new StateError("States.Runtime", TOO_DEEP);
        orStall(error);
      }
    };
    return createLedger(clock.now, append, entries, () => journal.settled().catch(orStall));
  };

  const run = (arn: string) => {
    const execution = known(arn);
    const { journal, entries } = store.journal(arn);
    try {
      const ledger = ledgerOf(arn, journal, entries);
      if (putRedrive(execution, ledger) || ledger.get("start") === undefined) tell(execution);
      const ending = ledger.get("end") as unknown as Ending | undefined;
      if (ending) return finish(arn, journal, ending);
      const parsed = parseDefinition(execution.machine.definition);
      if ("diagnostics" in parsed)
        return finish(arn, journal, refuse(ledger, clock.now(), parsed.diagnostics[0]));
      const end = (ending: Ending) => finish(arn, journal, ending);
      const started = execute(runOf(execution, ledger, deps), parsed.definition, end);
      live.set(arn, { execution: started, journal });
    } catch (error) {
      closeQuietly(journal);
      throw error;
    }
  };

  const takeUp = (arn: string) => {
    stalled.delete(arn);
    try {
      run(arn);
    } catch (error) {
      if (error instanceof RangeError) return giveUp(arn, TOO_DEEP);
      if (!(error instanceof Interrupted)) console.error(`states: ${arn} waits:`, error);
      stall(arn);
    }
  };

  /** The journal may be what crashes the process, so it is not opened; only the index records the end. */
  const giveUp = (arn: string, cause: string) => {
    const ending: Ending = { status: "FAILED", stopDate: clock.now(), error: "States.Runtime", cause };
    tell({ ...known(arn), ending });
    store.ended(arn, ending);
  };

  return {
    start(execution) {
      store.putExecution(execution);
      takeUp(execution.arn);
    },
    redrive(arn, token) {
      const at = clock.now();
      store.redriven(arn, at, token);
      takeUp(arn);
      return at;
    },
    async resume() {
      const guard = openResumeGuard(join(store.dir, "resuming.json"));
      for (const { arn, ending } of store.executions.values()) {
        if (ending || live.has(arn)) continue;
        if (guard.refuses(arn)) {
          giveUp(arn, "Each start that resumed this execution ended the process.");
          continue;
        }
        guard.begin(arn);
        try {
          run(arn);
        } catch (error) {
          if (error instanceof DamagedFile) {
            guard.end(); // The start is refused, which is not a crash: the execution waits until the file exists again.
            throw error;
          }
          if (error instanceof RangeError) giveUp(arn, TOO_DEEP);
          else stall(arn);
        }
        // Replaying recorded facts needs no I/O, so after one turn every waiting task waits again.
        await setImmediate();
      }
      guard.end();
    },
    stop(arn, error, cause) {
      const running = live.get(arn);
      const ending = running ? running.execution.stop(error, cause) : known(arn).ending;
      if (!ending) throw unavailable();
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
      if (stalled.has(read.executionArn)) return "unavailable";
      const found = live.get(read.executionArn)?.execution.run.pending.get(read.key);
      return found?.task.token === token ? found : "closed";
    },
    isStalled: () => stalled.size > 0,
    async settled() {
      await Promise.all([store.settled(), ...Array.from(live.values(), ({ journal }) => journal.settled())]);
    },
    close() {
      for (const timer of stalled.values()) clearTimeout(timer);
      for (const { execution, journal } of live.values()) {
        execution.suspend();
        journal.close();
      }
      live.clear();
      store.close();
    },
  };
}

/** Writes the redrive of the index to the journal, unless it already contains it. */
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
    clock: interruptibleTimers(deps.clock),
    invoke: deps.invoke,
    evaluate: deps.evaluate,
    random: Math.random,
    pending: new Map(),
    newToken: (key) => makeToken(arn, key),
  };
}

/** Timers of a suspended execution have no effect. */
function interruptibleTimers({ now, at }: Clock): Clock {
  const unlessInterrupted = (act: () => void) => () => {
    try {
      act();
    } catch (error) {
      Interrupted.ignore(error);
    }
  };
  return { now, at: (time, act) => at(time, unlessInterrupted(act)) };
}

/** The last entries are not acknowledged; when the file is opened again, they are repeated or replaced. */
function closeQuietly(journal: Journal<LedgerEntry>): void {
  try {
    journal.close();
  } catch {}
}

/** AWS's error for a request that SDKs retry. */
export function unavailable(): ServiceError {
  return new ServiceError("ServiceUnavailable", "The execution cannot be recorded now. Try again.", 503);
}

/** A machine whose definition this version does not support: its executions fail, all others continue. */
function refuse(ledger: Ledger, now: number, { message, location }: Diagnostic): Ending {
  const cause = `The definition is no longer accepted: ${message} at ${location}`;
  const ending: Ending = { status: "FAILED", stopDate: now, error: "States.Runtime", cause };
  const trail = { last: ledger.events().at(-1)?.id ?? 0 };
  const details = { error: "States.Runtime", cause };
  ledger.put("end", { ...ending }, trail, { type: "ExecutionFailed", details });
  return ending;
}
