import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { isWorthRewriting, type Journal, openJournal, readJournal } from "#local-cloud/durable/journal.ts";
import type { Ending } from "./execution.ts";
import type { JsonObject } from "./json.ts";
import type { LedgerEntry } from "./ledger.ts";

export interface Machine {
  arn: string;
  name: string;
  definition: string;
  roleArn: string;
  revisionId: string;
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
  tags: JsonObject[];
}

/** An execution, with the definition with which it was started. */
export interface Execution {
  arn: string;
  name: string;
  machine: Machine;
  input: string;
  startDate: number;
  /** Times of its redrives, epoch milliseconds. */
  redrives: number[];
  redriveToken?: string;
  ending?: Ending;
}

type Entry =
  | { machine: Machine }
  | { deletedMachine: string }
  | { execution: Execution }
  | { redriven: string; at: number; token?: string }
  | { ended: string; ending: Ending };

const CONSEQUENCE = "that execution starts again from its first state";

/** AWS deletes a finished execution after this time; until then its name is in use. */
const RETENTION = 90 * 24 * 3600 * 1000;

/** Machines and executions on disk: one index, and one journal per execution. */
export interface Store {
  readonly dir: string;
  readonly machines: ReadonlyMap<string, Machine>;
  readonly executions: ReadonlyMap<string, Execution>;
  putMachine(machine: Machine): void;
  deleteMachine(arn: string): void;
  putExecution(execution: Execution): void;
  redriven(arn: string, at: number, token?: string): void;
  ended(arn: string, ending: Ending): void;
  journal(arn: string): { journal: Journal<LedgerEntry>; entries: LedgerEntry[] };
  /** The journal of an execution that has ended. */
  read(arn: string): LedgerEntry[];
  /** Resolves when the index is on the disk. */
  settled(): Promise<void>;
  close(): void;
}

export function openStore(dir: string, now: number): Store {
  const machines = new Map<string, Machine>();
  const executions = new Map<string, Execution>();
  const { journal, entries } = openJournal<Entry>(
    join(dir, "index.jsonl"),
    "all executions are forgotten, and running missions do not continue",
  );
  for (const entry of entries) apply(entry, machines, executions);
  const fileOf = (arn: string) => {
    const hash = createHash("sha256").update(arn).digest("hex").slice(0, 40);
    return join(dir, "executions", `${hash}.jsonl`);
  };
  const forgotten = forgetOld(executions, now);
  const live = machines.size + executions.size;
  if (forgotten.length > 0 || isWorthRewriting(entries.length, live))
    if (journal.rewrite(snapshot(machines, executions)))
      for (const { arn } of forgotten) rmSync(fileOf(arn), { force: true });
  const write = (entry: Entry) => {
    journal.append(entry);
    apply(entry, machines, executions);
  };
  return {
    dir,
    machines,
    executions,
    putMachine: (machine) => write({ machine }),
    deleteMachine: (arn) => write({ deletedMachine: arn }),
    putExecution: (execution) => write({ execution }),
    redriven: (arn, at, token) => write({ redriven: arn, at, ...(token === undefined ? {} : { token }) }),
    ended: (arn, ending) => write({ ended: arn, ending }),
    journal: (arn) => openJournal<LedgerEntry>(fileOf(arn), CONSEQUENCE),
    read: (arn) => readJournal<LedgerEntry>(fileOf(arn), CONSEQUENCE),
    settled: () => journal.settled(),
    close: () => journal.close(),
  };
}

function apply(entry: Entry, machines: Map<string, Machine>, executions: Map<string, Execution>): void {
  if ("machine" in entry) machines.set(entry.machine.arn, entry.machine);
  else if ("deletedMachine" in entry) machines.delete(entry.deletedMachine);
  else if ("execution" in entry) executions.set(entry.execution.arn, entry.execution);
  else if ("redriven" in entry) {
    const { ending: _, ...execution } = known(executions, entry.redriven);
    const redriveToken = entry.token === undefined ? {} : { redriveToken: entry.token };
    executions.set(execution.arn, {
      ...execution,
      ...redriveToken,
      redrives: [...execution.redrives, entry.at],
    });
  } else executions.set(entry.ended, { ...known(executions, entry.ended), ending: entry.ending });
}

function known(executions: Map<string, Execution>, arn: string): Execution {
  const execution = executions.get(arn);
  if (!execution) throw new Error(`the index refers to an unknown execution ${arn}`);
  return execution;
}

function snapshot(machines: Map<string, Machine>, executions: Map<string, Execution>): Entry[] {
  return [
    ...Array.from(machines.values(), (machine) => ({ machine })),
    ...Array.from(executions.values(), (execution) => ({ execution })),
  ];
}

/** Returns the deleted executions. */
function forgetOld(executions: Map<string, Execution>, now: number): Execution[] {
  const old = [...executions.values()].filter(({ ending }) => ending && now - ending.stopDate > RETENTION);
  for (const { arn } of old) executions.delete(arn);
  return old;
}
