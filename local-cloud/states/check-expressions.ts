import { nestedGraphs } from "./check-graph.ts";
import type { Graph, State } from "./definition.ts";
import { type Diagnostic, problem } from "./diagnostic.ts";
import type { Json, JsonObject } from "./json.ts";
import { compile, expressionIn } from "./jsonata.ts";

/** Members of $states that every field may read. */
const ALWAYS = ["input", "context"];

/**
 * Checks JSONata syntax, the members of $states that each field may read, and AWS's rules for variable names.
 */
export function checkExpressions(
  graph: Graph,
  path = "",
  outer: ReadonlySet<string> = new Set(),
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const own = new Set(Object.values(graph.States).flatMap((state) => assigned(state).flatMap(Object.keys)));
  for (const name of own)
    if (name === "states" || outer.has(name))
      found.push(problem(path || "/", `The variable '${name}' is reserved or belongs to an outer scope`));
  const visible = new Set([...outer, ...own]);
  for (const [name, state] of Object.entries(graph.States)) {
    const at = `${path}/States/${name}`;
    found.push(...checkState(state, at));
    for (const [suffix, inner] of nestedGraphs(state))
      found.push(...checkExpressions(inner, `${at}${suffix}`, visible));
  }
  return found;
}

const assigned = (state: State): JsonObject[] => {
  const rules = [
    state,
    ...("Choices" in state ? state.Choices : []),
    ...("Catch" in state ? (state.Catch ?? []) : []),
  ];
  return rules.flatMap((rule) => ("Assign" in rule && rule.Assign ? [rule.Assign] : []));
};

/** Fields that contain chains or error names instead of templates. */
const STRUCTURE = new Set([
  "Type",
  "Comment",
  "Resource",
  "Next",
  "Default",
  "Retry",
  "Branches",
  "ItemProcessor",
]);

function checkState(state: State, at: string): Diagnostic[] {
  const hasResult = ["Task", "Parallel", "Map"].includes(state.Type);
  return Object.entries(state).flatMap(([field, value]) => {
    if (STRUCTURE.has(field)) return [];
    if (field === "Catch") return checkTemplate(value as Json, `${at}/Catch`, [...ALWAYS, "errorOutput"]);
    const leaving = field === "Output" || field === "Assign";
    return checkTemplate(
      value as Json,
      `${at}/${field}`,
      hasResult && leaving ? [...ALWAYS, "result"] : ALWAYS,
    );
  });
}

function checkTemplate(template: Json | undefined, at: string, members: readonly string[]): Diagnostic[] {
  if (typeof template === "string") {
    const expression = expressionIn(template);
    return expression === undefined ? [] : checkExpression(expression, at, members);
  }
  if (typeof template !== "object" || template === null) return [];
  return Object.entries(template).flatMap(([key, value]) => checkTemplate(value, `${at}/${key}`, members));
}

function checkExpression(expression: string, at: string, members: readonly string[]): Diagnostic[] {
  try {
    return checkNode(compile(expression).ast(), at, members);
  } catch (error) {
    return [
      problem(at, `The JSONata expression '${expression.trim()}' is invalid: ${(error as Error).message}`),
    ];
  }
}

interface Node {
  type?: string;
  value?: unknown;
  steps?: Node[];
}

function checkNode(node: unknown, at: string, members: readonly string[]): Diagnostic[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, value, steps } = node as Node;
  const found = Object.values(node).flatMap((child) => checkNode(child, at, members));
  if (type === "variable" && value === "eval") found.push(problem(at, "The function $eval is not supported"));
  const [head, member] = steps ?? [];
  const named = head?.type === "variable" && head.value === "states" && member?.type === "name";
  if (named && !members.includes(String(member.value)))
    found.push(problem(at, `'$states.${member.value}' is not available in this field`));
  return found;
}
