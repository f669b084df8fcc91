import { setImmediate } from "node:timers/promises";
import { type Ending, execute } from "#local/states/execution.ts";
import type { Json } from "#local/states/json.ts";
import { createLedger, type HistoryEvent } from "#local/states/ledger.ts";
import { parseDefinition } from "#local/states/parse-definition.ts";
import type { Run } from "#local/states/visit.ts";
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
}

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
  }: MachineOptions = {},
): Promise<MachineRun> {
  const script = scriptedInvoker(tasks);
  const time = virtualTime(start);
  const ledger = createLedger(time.now, () => {});
  const run = runOn(ledger, time, script.invoker(time), { input: input as Json, random });
  let ending: Ending | undefined;
  execute(run, definitionOf(definition, substitutions), (end) => {
    ending = end;
  });
  for (;;) {
    await setImmediate();
    if (script.answerTokens(run.pending)) continue;
    if (script.fault()) throw script.fault();
    if (ending) break;
    if (script.inFlight() === 0 && !time.advance())
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
  };
}

function runOn(
  ledger: Run["ledger"],
  clock: Run["clock"],
  invoke: Run["invoke"],
  { input, random }: { input: Json; random: () => number },
): Run {
  const prefix = "arn:aws:states:us-east-1:000000000000";
  let tokens = 0;
  return {
    execution: {
      arn: `${prefix}:execution:machine:run`,
      name: "run",
      roleArn: "arn:aws:iam::000000000000:role/states",
    },
    machine: { arn: `${prefix}:stateMachine:machine`, name: "machine" },
    region: "us-east-1",
    input,
    startDate: clock.now(),
    redrive: { count: 0 },
    ledger,
    clock,
    invoke,
    random,
    pending: new Map(),
    newToken: () => `token-${++tokens}`,
  };
}

function definitionOf(given: string | object, substitutions: Record<string, string>) {
  const text = typeof given === "string" ? given : JSON.stringify(given);
  const filled = text.replace(/\$\{(\w+)\}/g, (whole, name: string) => substitutions[name] ?? whole);
  const parsed = parseDefinition(filled, { supports: () => true, call: async () => null });
  if ("definition" in parsed) return parsed.definition;
  throw new Error(parsed.diagnostics.map(({ message, location }) => `${location}: ${message}`).join("\n"));
}
