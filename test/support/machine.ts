import { setImmediate } from "node:timers/promises";
import { evaluateHere } from "#local-cloud/states/evaluation.ts";
import { type Ending, execute } from "#local-cloud/states/execution.ts";
import type { Json } from "#local-cloud/states/json.ts";
import { createLedger, type HistoryEvent, type LedgerEntry } from "#local-cloud/states/ledger.ts";
import { parseDefinition } from "#local-cloud/states/parse-definition.ts";
import type { Run } from "#local-cloud/states/visit.ts";
import { scriptedInvoker, type Tasks } from "#test/support/scripted-tasks.ts";
import { virtualTime } from "#test/support/virtual-time.ts";

export interface MachineOptions {
  input?: unknown;
  /** What a task does, by state name, or else by function name. */
  tasks?: Tasks;
  /** Values for the `${Name}` placeholders of the definition. */
  substitutions?: Record<string, string>;
  /** Epoch milliseconds. */
  start?: number;
  random?: () => number;
  /** Take up a run from its journal (as after a crash), with the world its tasks were given to. */
  resume?: { journal: readonly LedgerEntry[]; world: World; at: number };
}

type World = ReturnType<typeof scriptedInvoker>;

export interface MachineRun {
  status: Ending["status"];
  output?: unknown;
  error?: string;
  cause?: string;
  /** The names of the states as they were entered. */
  path: string[];
  /** How long it took on the virtual clock. */
  seconds: number;
  events: readonly HistoryEvent[];
  journal: LedgerEntry[];
  world: World;
}

/**
 * Runs a machine in memory on virtual time with scripted tasks. Rejects when the definition would be refused, when a
 * task has no script, and when the machine waits for what never happens.
 */
export async function runMachine(
  definition: string | object,
  {
    input = {},
    tasks = {},
    substitutions = {},
    start = Date.UTC(2026, 0, 1),
    random = () => 0.5,
    resume,
  }: MachineOptions = {},
): Promise<MachineRun> {
  const world = resume?.world ?? scriptedInvoker(tasks);
  const time = virtualTime(resume?.at ?? start);
  const journal = [...(resume?.journal ?? [])];
  const ledger = createLedger(time.now, (entry) => journal.push(entry), resume?.journal);
  const run = runOn(ledger, time, world.invoker(time), { input: input as Json, random, start });
  let ending: Ending | undefined;
  execute(run, definitionOf(definition, substitutions), (end) => {
    ending = end;
  });
  for (;;) {
    await setImmediate();
    if (world.answerTokens(run.pending)) continue;
    if (world.fault()) throw world.fault();
    if (ending) break;
    if (world.inFlight() === 0 && !time.advance())
      throw new Error(`waiting for ever: ${[...run.pending.keys()]}`);
  }
  const { status, output, error, cause, stopDate } = ending;
  const events = ledger.events();
  return {
    status,
    ...(output === undefined ? {} : { output: JSON.parse(output) }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    path: events.flatMap(({ type, ...rest }) =>
      type.endsWith("StateEntered") ? [String(rest.stateEnteredEventDetails?.name)] : [],
    ),
    seconds: (stopDate - start) / 1000,
    events,
    journal,
    world,
  };
}

function runOn(
  ledger: Run["ledger"],
  clock: Run["clock"],
  invoke: Run["invoke"],
  { input, random, start }: { input: Json; random: () => number; start: number },
): Run {
  const prefix = "arn:aws:states:us-east-1:000000000000";
  return {
    execution: {
      arn: `${prefix}:execution:machine:run`,
      name: "run",
      roleArn: "arn:aws:iam::000000000000:role/states",
    },
    machine: { arn: `${prefix}:stateMachine:machine`, name: "machine" },
    region: "us-east-1",
    input,
    startDate: start,
    redrive: { count: 0 },
    ledger,
    clock,
    invoke,
    evaluate: evaluateHere,
    random,
    pending: new Map(),
    newToken: (key) => `token${key}`,
  };
}

function definitionOf(given: string | object, substitutions: Record<string, string>) {
  const text = typeof given === "string" ? given : JSON.stringify(given);
  const filled = text.replace(/\$\{(\w+)\}/g, (whole, name: string) => substitutions[name] ?? whole);
  const parsed = parseDefinition(filled);
  if ("definition" in parsed) return parsed.definition;
  throw new Error(parsed.diagnostics.map(({ message, location }) => `${location}: ${message}`).join("\n"));
}
