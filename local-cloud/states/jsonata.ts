import jsonata from "jsonata";
import type { Json } from "./json.ts";
import { FUNCTIONS } from "./jsonata-functions.ts";

/** An expression that could not be evaluated; `message` names the expression and its field. */
export class QueryError extends Error {}

const EXPRESSION = /^\{%([\s\S]*)%\}$/;

/** The JSONata text inside `{% %}`, or undefined for a plain string. */
export const expressionIn = (text: string): string | undefined => EXPRESSION.exec(text)?.[1];

/** Values and functions by variable name. */
export type Bindings = Readonly<Record<string, unknown>>;

/** JSONata's $millis and $now with the given clock (epoch milliseconds) instead of the system clock. */
export const clockFunctions = (now: () => number): Bindings => ({
  millis: now,
  now: (picture?: string, zone?: string) =>
    run("$fromMillis($time, $picture, $zone)", { time: now(), picture, zone }),
});

/** The maximum number of steps of an expression. A count is independent of the speed of the machine. */
const MOST_STEPS = 200_000;
const MOST_NESTED = 10_000;
/** The maximum depth of objects and arrays in a value, far below the stack limit of recursive functions. */
const MOST_LEVELS = 1000;

/** JSONata calls these before and after each step of an evaluation, with the frame of its variables. */
const ENTRY = Symbol.for("jsonata.__evaluate_entry") as unknown as string;
const EXIT = Symbol.for("jsonata.__evaluate_exit") as unknown as string;
/** Not a valid variable name, so it cannot collide. */
const BUDGET = "budget of the evaluation";

interface Budget {
  steps: number;
  nested: number;
}

type Frame = { lookup(name: string): Budget };

function enter(_step: unknown, _input: unknown, frame: Frame): void {
  const budget = frame.lookup(BUDGET);
  budget.steps += 1;
  budget.nested += 1;
  if (budget.steps > MOST_STEPS) throw new Error(`The evaluation takes more than ${MOST_STEPS} steps.`);
  if (budget.nested > MOST_NESTED)
    throw new Error(`The evaluation is nested deeper than ${MOST_NESTED} steps.`);
}

function exit(_step: unknown, _input: unknown, frame: Frame): void {
  frame.lookup(BUDGET).nested -= 1;
}

const compiled = new Map<string, jsonata.Expression>();

/** Compiles an expression, with a cache. Throws JSONata's syntax error. */
export function compile(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known) return known;
  const fresh = jsonata(expression);
  fresh.assign(ENTRY, enter);
  fresh.assign(EXIT, exit);
  compiled.set(expression, fresh);
  return fresh;
}

/** Evaluates with a separate budget. */
function run(expression: string, bindings: Bindings): Promise<unknown> {
  const budget: Budget = { steps: 0, nested: 0 };
  return compile(expression).evaluate(undefined, { ...bindings, [BUDGET]: budget });
}

/** Whether a template contains expressions. */
export function hasExpression(template: Json): boolean {
  if (typeof template === "string") return expressionIn(template) !== undefined;
  return template !== null && typeof template === "object" && Object.values(template).some(hasExpression);
}

/**
 * Fills a template: every string of the form `{% … %}`, at any depth, is replaced by its value.
 * `field` is the path that AWS puts into the cause of States.QueryEvaluationError.
 */
export async function fill(template: Json, bindings: Bindings, field: string): Promise<Json> {
  if (typeof template === "string") {
    const expression = expressionIn(template);
    return expression === undefined ? template : evaluate(expression, bindings, field);
  }
  if (Array.isArray(template))
    return Promise.all(template.map((item, i) => fill(item, bindings, `${field}[${i}]`)));
  if (template === null || typeof template !== "object") return template;
  const entries = Object.entries(template).map(
    async ([key, value]) => [key, await fill(value, bindings, `${field}/${key}`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function evaluate(expression: string, bindings: Bindings, field: string): Promise<Json> {
  const named = `The JSONata expression '${expression.trim()}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await run(expression, { ...FUNCTIONS, ...bindings });
  } catch (error) {
    throw new QueryError(`${named} threw an error during evaluation. ${messageOf(error)}`);
  }
  if (value === undefined) throw new QueryError(`${named} returned nothing (undefined).`);
  return plain(value, (fault) => new QueryError(`${named} returned a value that is ${fault}.`));
}

/** Converts a value to plain JSON: JSONata marks its arrays and returns functions as objects. */
function plain(value: unknown, refusal: (fault: string) => QueryError, level = 0): Json {
  if (typeof value === "function") throw refusal("not JSON: a function");
  if (typeof value === "number" && !Number.isFinite(value)) throw refusal(`not JSON: the number ${value}`);
  if (typeof value !== "object" || value === null) return value as Json;
  if (level === MOST_LEVELS) throw refusal(`nested deeper than ${MOST_LEVELS} levels`);
  const inner = (item: unknown) => plain(item, refusal, level + 1);
  if (Array.isArray(value)) return value.map((item) => inner(item ?? null));
  if ("_jsonata_lambda" in value || "_jsonata_function" in value) throw refusal("not JSON: a function");
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, inner(item)]));
}

function messageOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ? `${code}: ${message}` : String(message);
}
