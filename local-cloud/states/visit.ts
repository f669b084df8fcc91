import type { Clock } from "./clock.ts";
import type { Graph, State } from "./definition.ts";
import { StateError } from "./errors.ts";
import type { Evaluate } from "./evaluation.ts";
import { Interrupted } from "./interrupt.ts";
import type { TaskInvoker } from "./invoker.ts";
import { DATA_LIMIT, type Json, type JsonObject, jsonBytes } from "./json.ts";
import { QueryError } from "./jsonata.ts";
import type { EventDraft, Ledger, Trail } from "./ledger.ts";
import type { PendingTask } from "./pending.ts";

/** One running execution: its identity, its ledger, and its services. */
export interface Run {
  readonly execution: { readonly arn: string; readonly name: string; readonly roleArn: string };
  readonly machine: { readonly arn: string; readonly name: string };
  readonly region: string;
  readonly input: Json;
  readonly startDate: number;
  readonly redrive: { readonly count: number; readonly date?: number };
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly invoke: TaskInvoker;
  readonly evaluate: Evaluate;
  readonly random: () => number;
  /** Waiting tasks by attempt key, for SendTask*. */
  readonly pending: Map<string, PendingTask>;
  readonly newToken: (key: string) => string;
}

/** The variables of one chain of states. Inner scopes can read the outer ones but not change them. */
export interface Scope {
  readonly path: string;
  readonly outer?: Scope;
  readonly variables: Record<string, Json>;
  readonly trail: Trail;
  readonly signal: AbortSignal;
  readonly item?: JsonObject;
}

/**
 * One entry of one state. `key` is unique in the execution: the scope's path and the number of previous
 * states.
 */
export interface Visit<S extends State = State> {
  readonly run: Run;
  readonly scope: Scope;
  readonly name: string;
  readonly state: S;
  readonly key: string;
  readonly input: Json;
  readonly enteredAt: number;
  readonly enteredEvent: number;
  /** Runs a chain of states inside this one. */
  readonly descend: (graph: Graph, scope: Scope, input: Json) => Promise<Json>;
}

/** The exit of a state. Without `next` the chain ends with `output`. */
export interface Exit {
  output: Json;
  assign: JsonObject;
  next?: string;
}

/** The part of the context object that differs inside a state. */
export interface Focus {
  retryCount?: number;
  token?: string;
  item?: JsonObject;
  result?: Json;
  errorOutput?: Json;
}

export const record = (visit: Visit, suffix: string, value: Json, ...events: EventDraft[]) =>
  visit.run.ledger.put(`${visit.key}/${suffix}`, value, visit.scope.trail, ...events);

export const recorded = (visit: Visit, suffix: string): Json | undefined =>
  visit.run.ledger.get(`${visit.key}/${suffix}`, visit.scope.trail);

/**
 * Evaluates a field of the state. Throws States.QueryEvaluationError with AWS's message, and Interrupted if
 * the execution was stopped in the meantime.
 */
export async function query(visit: Visit, template: Json, field: string, focus: Focus = {}): Promise<Json> {
  const { signal } = visit.scope;
  try {
    const { evaluate, clock } = visit.run;
    const value = await evaluate({ template, field, variables: bindings(visit, focus), now: clock.now() });
    if (isOver(signal)) throw Interrupted.of(signal);
    return value;
  } catch (error) {
    if (isOver(signal)) throw Interrupted.of(signal);
    if (!(error instanceof QueryError)) throw error;
    throw failure(visit, "States.QueryEvaluationError", error.message);
  }
}

/**
 * Whether the execution has ended or was suspended. A branch whose sibling failed may still record its work.
 */
const isOver = (signal: AbortSignal) => signal.aborted && Interrupted.of(signal).reason !== "sibling";

/** Like `query`, but the result must have the type of the field. */
export async function queryTyped<T extends Json>(
  visit: Visit,
  template: Json,
  field: string,
  accept: (value: Json) => value is T,
  expected: string,
  focus?: Focus,
): Promise<T> {
  const value = await query(visit, template, field, focus);
  if (accept(value)) return value;
  const message = `The value of the field '${field}' must be ${expected}, but was ${JSON.stringify(value)}.`;
  throw failure(visit, "States.QueryEvaluationError", message);
}

/** Creates an error with the prefix of AWS's own causes. */
export function failure(visit: Visit, error: string, message: string): StateError {
  const where = `An error occurred while executing the state '${visit.name}' (entered at the event id #${visit.enteredEvent}).`;
  return new StateError(error, `${where} ${message}`);
}

export function limited<T extends Json>(visit: Visit, what: string, value: T): T {
  if (jsonBytes(value) <= DATA_LIMIT) return value;
  const message = `The ${what} of the state exceeds the maximum number of bytes service limit (${DATA_LIMIT}).`;
  throw failure(visit, "States.DataLimitExceeded", message);
}

/** Evaluates Output and Assign of a state or rule, both with the variables at entry. */
export async function leave(
  visit: Visit,
  fields: { Output?: Json | undefined; Assign?: JsonObject | undefined },
  fallback: Json,
  next: string | undefined,
  focus: Focus = {},
): Promise<Exit> {
  const output = fields.Output === undefined ? fallback : await query(visit, fields.Output, "Output", focus);
  const assign = (await query(visit, fields.Assign ?? {}, "Assign", focus)) as JsonObject;
  for (const [name, value] of Object.entries(assign)) limited(visit, `variable '${name}'`, value);
  return { output: limited(visit, "output", output), assign, ...(next === undefined ? {} : { next }) };
}

/** Returns the event that precedes a failure of an expression. */
export function evaluationEvents(visit: Visit, { error, detail }: StateError): EventDraft[] {
  if (error !== "States.QueryEvaluationError") return [];
  const details = { error, state: visit.name, ...(detail === undefined ? {} : { cause: detail }) };
  return [{ type: "EvaluationFailed", details }];
}

function bindings(visit: Visit, focus: Focus): JsonObject {
  const { result, errorOutput } = focus;
  return {
    ...visible(visit.scope),
    states: {
      input: visit.input,
      context: contextOf(visit, focus),
      ...(result === undefined ? {} : { result }),
      ...(errorOutput === undefined ? {} : { errorOutput }),
    },
  };
}

function visible(scope: Scope): Record<string, Json> {
  return { ...(scope.outer ? visible(scope.outer) : {}), ...scope.variables };
}

/** Returns the item of the innermost Map around a scope. */
function itemOf(scope: Scope): JsonObject | undefined {
  return scope.item ?? (scope.outer && itemOf(scope.outer));
}

/** The context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
function contextOf({ run, scope, name, enteredAt }: Visit, focus: Focus): JsonObject {
  const item = focus.item ?? itemOf(scope);
  return {
    Execution: {
      Id: run.execution.arn,
      Input: run.input,
      Name: run.execution.name,
      RoleArn: run.execution.roleArn,
      StartTime: new Date(run.startDate).toISOString(),
      RedriveCount: run.redrive.count,
      ...(run.redrive.date === undefined ? {} : { RedriveTime: new Date(run.redrive.date).toISOString() }),
    },
    StateMachine: { Id: run.machine.arn, Name: run.machine.name },
    State: {
      Name: name,
      EnteredTime: new Date(enteredAt).toISOString(),
      RetryCount: focus.retryCount ?? 0,
    },
    ...(focus.token === undefined ? {} : { Task: { Token: focus.token } }),
    ...(item ? { Map: { Item: item } } : {}),
  };
}
