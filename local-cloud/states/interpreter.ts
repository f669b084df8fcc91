import { ownValue } from "#local-cloud/own-value.ts";
import { withAttempts } from "./attempts.ts";
import type { Graph, State } from "./definition.ts";
import { StateError } from "./errors.ts";
import { Interrupted } from "./interrupt.ts";
import type { Json, JsonObject } from "./json.ts";
import type { EventDraft } from "./ledger.ts";
import { runMap } from "./map.ts";
import { runParallel } from "./parallel.ts";
import { choice, fail, pass, succeed, wait } from "./plain-states.ts";
import { runTask } from "./task.ts";
import { outputOf } from "./task-events.ts";
import { type Exit, evaluationEvents, type Run, record, recorded, type Scope, type Visit } from "./visit.ts";

/**
 * AWS ends an execution whose history reaches this number of events. Here this also ends a loop that never
 * waits.
 */
const MOST_EVENTS = 25_000;

/**
 * Runs a chain of states from its start and returns the last output; throws the StateError that was not
 * caught. States whose exit is in the ledger are skipped, with their recorded results.
 */
export async function runGraph(run: Run, graph: Graph, scope: Scope, input: Json): Promise<Json> {
  let name = graph.StartAt;
  let value = input;
  for (let count = 0; ; count++) {
    const state = ownValue(graph.States, name);
    if (!state) throw new StateError("States.Runtime", `There is no state '${name}'.`);
    const exit = await visitState(run, state, scope, { name, key: `${scope.path}/${count}`, input: value });
    Object.assign(scope.variables, exit.assign);
    if (exit.next === undefined) return exit.output;
    name = exit.next;
    value = exit.output;
  }
}

async function visitState(
  run: Run,
  state: State,
  scope: Scope,
  at: { name: string; key: string; input: Json },
): Promise<Exit> {
  const done = run.ledger.get(`${at.key}/exit`, scope.trail);
  if (done !== undefined) return done as unknown as Exit;
  if (scope.signal.aborted) throw Interrupted.of(scope.signal);
  const visit = enter(run, state, scope, at);
  try {
    const exit = await behave(visit);
    record(visit, "exit", exit as unknown as Json, exitedEvent(visit, exit));
    return exit;
  } catch (error) {
    tellFailure(visit, error);
    throw error;
  }
}

function enter(run: Run, state: State, scope: Scope, at: { name: string; key: string; input: Json }): Visit {
  const key = `${at.key}/enter`;
  let enteredAt = run.ledger.get(key, scope.trail) as number | undefined;
  if (enteredAt === undefined) {
    if (run.ledger.events().length >= MOST_EVENTS)
      throw new StateError(
        "States.Runtime",
        `The execution reached the limit of ${MOST_EVENTS} history events.`,
      );
    enteredAt = run.clock.now();
    const details = { name: at.name, input: JSON.stringify(at.input), inputDetails: { truncated: false } };
    run.ledger.put(key, enteredAt, scope.trail, { type: `${state.Type}StateEntered`, details });
  }
  const descend = (graph: Graph, inner: Scope, input: Json) => runGraph(run, graph, inner, input);
  return { run, scope, state, ...at, enteredAt, enteredEvent: scope.trail.last, descend };
}

function behave(visit: Visit): Promise<Exit> {
  const { state } = visit;
  switch (state.Type) {
    case "Pass":
      return pass({ ...visit, state });
    case "Succeed":
      return succeed({ ...visit, state });
    case "Fail":
      return fail({ ...visit, state });
    case "Choice":
      return choice({ ...visit, state });
    case "Wait":
      return wait({ ...visit, state });
    case "Task":
      return withAttempts({ ...visit, state }, runTask);
    case "Parallel":
      return withAttempts({ ...visit, state }, runParallel);
    case "Map":
      return withAttempts({ ...visit, state }, runMap);
  }
}

function exitedEvent({ name, state }: Visit, { output, assign }: Exit): EventDraft {
  const assigned = Object.entries(assign).map(([key, value]) => [key, JSON.stringify(value)]);
  const variables: JsonObject = assigned.length
    ? { assignedVariables: Object.fromEntries(assigned), assignedVariablesDetails: { truncated: false } }
    : {};
  return { type: `${state.Type}StateExited`, details: { name, ...outputOf(output), ...variables } };
}

/**
 * Attempts record their own errors; this records all others: failed expressions elsewhere, and aborted
 * branches.
 */
function tellFailure(visit: Visit, error: unknown): void {
  const retriable = ["Task", "Parallel", "Map"].includes(visit.state.Type);
  if (error instanceof StateError && !retriable && recorded(visit, "error") === undefined)
    record(visit, "error", true, ...evaluationEvents(visit, error));
  const aborted = error instanceof Interrupted && error.reason === "sibling";
  if (aborted && (retriable || visit.state.Type === "Wait") && recorded(visit, "aborted") === undefined)
    record(visit, "aborted", true, { type: `${visit.state.Type}StateAborted` });
}
