import { ownValue } from "#local-cloud/own-value.ts";
import type { Catcher, Graph, Retrier, State } from "./definition.ts";
import { type Diagnostic, problem } from "./diagnostic.ts";
import { isObject } from "./json.ts";
import { argumentsRefusal, parseResource } from "./resource.ts";

/** Checks transitions, names and resources of a machine and of all its inner chains. */
export function checkGraph(graph: Graph): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  const visit = (inner: Graph, path: string) => {
    found.push(...checkTransitions(inner, path));
    for (const [name, state] of Object.entries(inner.States)) {
      const at = `${path}/States/${name}`;
      if (seen.has(name)) found.push(problem(at, `State name '${name}' is used more than once`));
      seen.add(name);
      found.push(...checkState(state, at));
      for (const [suffix, nested] of nestedGraphs(state)) visit(nested, `${at}${suffix}`);
    }
  };
  visit(graph, "");
  return found;
}

/** Returns the chains inside a state, each with its path below the state. */
export function nestedGraphs(state: State): [string, Graph][] {
  if (state.Type === "Parallel") return state.Branches.map((branch, i) => [`/Branches/${i}`, branch]);
  return state.Type === "Map" ? [["/ItemProcessor", state.ItemProcessor]] : [];
}

/** Returns the names of all possible next states, each with its field. */
function targets(state: State): [string, string][] {
  const found: [string, string][] = [];
  if ("Next" in state && state.Next !== undefined) found.push(["/Next", state.Next]);
  if (state.Type === "Choice") {
    for (const [i, rule] of state.Choices.entries()) found.push([`/Choices/${i}/Next`, rule.Next]);
    if (state.Default !== undefined) found.push(["/Default", state.Default]);
  }
  if ("Catch" in state)
    for (const [i, rule] of (state.Catch ?? []).entries()) found.push([`/Catch/${i}/Next`, rule.Next]);
  return found;
}

function checkTransitions(graph: Graph, path: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const missing = (at: string, name: string) =>
    problem(at, `Missing 'Next' target: ${name}`, "MISSING_TRANSITION_TARGET");
  if (!ownValue(graph.States, graph.StartAt)) found.push(missing(`${path}/StartAt`, graph.StartAt));
  const reached = new Set([graph.StartAt]);
  for (const name of reached) {
    const state = ownValue(graph.States, name);
    for (const [field, target] of state ? targets(state) : []) {
      if (!ownValue(graph.States, target)) found.push(missing(`${path}/States/${name}${field}`, target));
      reached.add(target);
    }
  }
  for (const name of Object.keys(graph.States))
    if (!reached.has(name))
      found.push(
        problem(`${path}/States/${name}`, `State "${name}" is not reachable.`, "MISSING_TRANSITION_TARGET"),
      );
  return found;
}

function checkState(state: State, at: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  if ("End" in state || "Next" in state || !["Choice", "Succeed", "Fail"].includes(state.Type)) {
    const { Next, End } = state as { Next?: string; End?: true };
    if ((Next === undefined) === (End === undefined))
      found.push(problem(at, "Exactly one of 'Next' and 'End' is required"));
  }
  if (state.Type === "Wait" && (state.Seconds === undefined) === (state.Timestamp === undefined))
    found.push(problem(at, "Exactly one of 'Seconds' and 'Timestamp' is required"));
  if ("Retry" in state) found.push(...checkWildcard(state.Retry ?? [], `${at}/Retry`));
  if ("Catch" in state) found.push(...checkWildcard(state.Catch ?? [], `${at}/Catch`));
  if (state.Type === "Task") {
    found.push(...checkResource(state.Resource, state.Arguments, at));
    const { TimeoutSeconds: timeout, HeartbeatSeconds: beat } = state;
    if (typeof timeout === "number" && typeof beat === "number" && beat >= timeout)
      found.push(problem(`${at}/HeartbeatSeconds`, "must be smaller than TimeoutSeconds"));
  }
  return found;
}

function checkWildcard(rules: readonly (Retrier | Catcher)[], at: string): Diagnostic[] {
  return rules.flatMap(({ ErrorEquals }, i) => {
    if (!ErrorEquals.includes("States.ALL")) return [];
    if (ErrorEquals.length > 1) return [problem(`${at}/${i}/ErrorEquals`, "States.ALL must stand alone")];
    return i < rules.length - 1
      ? [problem(`${at}/${i}/ErrorEquals`, "States.ALL must be in the last rule")]
      : [];
  });
}

function checkResource(text: string, args: unknown, at: string): Diagnostic[] {
  const resource = parseResource(text);
  if (!resource) return [problem(`${at}/Resource`, `The resource '${text}' is not supported`)];
  if (!isObject(args as never)) return [];
  const refusal = argumentsRefusal(resource, args);
  return refusal ? [problem(`${at}/${refusal.split(": ")[0]}`, refusal)] : [];
}
