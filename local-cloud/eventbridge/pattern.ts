/**
 * EventBridge event patterns (docs: "Creating event patterns", "comparison operators"). A pattern is checked
 * and compiled once; an unsupported operator is then an error and not a pattern that matches nothing.
 */
export type Pattern = Readonly<Record<string, unknown>>;
export type Matcher = (event: unknown) => boolean;

/** Tests the values at one path; an empty list means that the path does not exist. */
type Test = (values: readonly unknown[]) => boolean;
type Comparison = (value: unknown) => boolean;

export class PatternError extends Error {
  constructor(message: string) {
    super(`Event pattern is not valid. Reason: ${message}`);
    this.name = "InvalidEventPatternException";
  }
}

export function compilePattern(pattern: Pattern): Matcher {
  if (!isObject(pattern)) throw new PatternError("a pattern is an object");
  const matches = compileObject(pattern, "");
  return (event) => matches([event]);
}

/** All fields must match; as on AWS, the objects in an array count as one set of values. */
function compileObject(pattern: Pattern, path: string): Test {
  const fields = Object.entries(pattern);
  if (fields.length === 0) throw new PatternError(`${path || "the pattern"} is empty`);
  const tests = fields.map(([name, expected]): Test => {
    if (name === "$or") return compileOr(expected, path);
    const at = path ? `${path}.${name}` : name;
    const test = compileField(expected, at);
    return (values) => test(values.flatMap((value) => valuesAt(value, name)));
  });
  return (values) => tests.every((test) => test(values));
}

function compileOr(alternatives: unknown, path: string): Test {
  if (!Array.isArray(alternatives) || alternatives.length < 2 || !alternatives.every(isObject))
    throw new PatternError(`$or in ${path || "the pattern"} needs two objects or more`);
  const tests = alternatives.map((each) => compileObject(each, path));
  return (values) => tests.some((test) => test(values));
}

function compileField(expected: unknown, path: string): Test {
  if (isObject(expected)) return compileObject(expected, path);
  if (!Array.isArray(expected)) throw new PatternError(`"${path}" must be an object or an array`);
  if (expected.length === 0) throw new PatternError(`"${path}" is an empty array`);
  const tests = expected.map((each) => compileElement(each, path));
  return (values) => tests.some((test) => test(values));
}

function compileElement(expected: unknown, path: string): Test {
  if (!isObject(expected)) {
    requireScalar(expected, path);
    return any((value) => value === expected);
  }
  const [[operator, argument] = ["", undefined], ...more] = Object.entries(expected);
  if (more.length > 0) throw new PatternError(`"${path}" has more than one operator in one object`);
  if (operator !== "exists") return any(compileOperator(operator, argument, path));
  if (typeof argument !== "boolean") throw new PatternError(`exists of "${path}" must be true or false`);
  return (values) => values.some((value) => !isObject(value)) === argument;
}

function any(comparison: Comparison): Test {
  return (values) => values.some(comparison);
}

function compileOperator(operator: string, argument: unknown, path: string): Comparison {
  switch (operator) {
    case "prefix":
      return affix(argument, path, operator, (text, part) => text.startsWith(part));
    case "suffix":
      return affix(argument, path, operator, (text, part) => text.endsWith(part));
    case "equals-ignore-case":
      return ignoringCase(text(argument, path, operator));
    case "wildcard":
      return wildcard(text(argument, path, operator), path);
    case "numeric":
      return numeric(argument, path);
    case "anything-but":
      return anythingBut(argument, path);
    default:
      throw new PatternError(`unrecognized match type ${operator} at "${path}"`);
  }
}

/** `"x"`, or `{ "equals-ignore-case": "x" }`. */
function affix(
  argument: unknown,
  path: string,
  operator: string,
  holds: (text: string, part: string) => boolean,
): Comparison {
  if (isObject(argument)) {
    const [[inner, part] = ["", undefined], ...more] = Object.entries(argument);
    if (inner !== "equals-ignore-case" || more.length > 0)
      throw new PatternError(`unrecognized match type ${inner} in ${operator} at "${path}"`);
    const folded = text(part, path, operator).toLowerCase();
    return (value) => typeof value === "string" && holds(value.toLowerCase(), folded);
  }
  const part = text(argument, path, operator);
  return (value) => typeof value === "string" && holds(value, part);
}

function ignoringCase(expected: string): Comparison {
  const folded = expected.toLowerCase();
  return (value) => typeof value === "string" && value.toLowerCase() === folded;
}

/** `*` matches any characters; `\*` and `\\` match themselves. */
function wildcard(pattern: string, path: string): Comparison {
  const source = pattern.replace(/\\[\s\S]?|\*+|[.+?^${}()|[\]/-]/g, (part) => {
    if (part === "*") return "[\\s\\S]*";
    if (part.startsWith("*")) throw new PatternError(`consecutive wildcards at "${path}"`);
    if (part.length === 1 && part !== "\\") return `\\${part}`;
    if (part === "\\*" || part === "\\\\") return part;
    throw new PatternError(`a backslash may only come before * or another backslash at "${path}"`);
  });
  const expression = new RegExp(`^${source}$`);
  return (value) => typeof value === "string" && expression.test(value);
}

const COMPARISONS = new Map<unknown, (value: number, bound: number) => boolean>([
  ["=", (value, bound) => value === bound],
  ["<", (value, bound) => value < bound],
  ["<=", (value, bound) => value <= bound],
  [">", (value, bound) => value > bound],
  [">=", (value, bound) => value >= bound],
]);

/** `[">", 0]` or `[">", 0, "<=", 5]`: all must hold. */
function numeric(argument: unknown, path: string): Comparison {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 !== 0 || argument.length > 4)
    throw new PatternError(`numeric of "${path}" must be [operator, number] once or twice`);
  const bounds: ((value: number) => boolean)[] = [];
  for (let index = 0; index < argument.length; index += 2) {
    const compare = COMPARISONS.get(argument[index]);
    const bound: unknown = argument[index + 1];
    if (!compare)
      throw new PatternError(`unrecognized numeric range operator ${String(argument[index])} at "${path}"`);
    if (typeof bound !== "number") throw new PatternError(`numeric of "${path}" compares with numbers`);
    bounds.push((value) => compare(value, bound));
  }
  return (value) => typeof value === "number" && bounds.every((holds) => holds(value));
}

const NEGATABLE = ["prefix", "suffix", "equals-ignore-case", "wildcard"];

/** A value, a list of values, or one of the text operators over one text or a list of them. */
function anythingBut(argument: unknown, path: string): Comparison {
  if (isObject(argument)) {
    const [[operator, inner] = ["", undefined], ...more] = Object.entries(argument);
    if (!NEGATABLE.includes(operator) || more.length > 0)
      throw new PatternError(`unrecognized match type ${operator} in anything-but at "${path}"`);
    const all = listOf(inner, path).map((each) => compileOperator(operator, each, path));
    return (value) => !isObject(value) && !all.some((matches) => matches(value));
  }
  const excluded = listOf(argument, path);
  for (const each of excluded)
    if (typeof each !== "string" && typeof each !== "number")
      throw new PatternError(`anything-but of "${path}" takes strings and numbers`);
  return (value) => !isObject(value) && !excluded.includes(value);
}

function listOf(argument: unknown, path: string): unknown[] {
  const list = Array.isArray(argument) ? argument : [argument];
  if (list.length === 0) throw new PatternError(`anything-but of "${path}" is an empty array`);
  return list;
}

function text(argument: unknown, path: string, operator: string): string {
  if (typeof argument === "string" && argument !== "") return argument;
  throw new PatternError(`${operator} of "${path}" must be a string`);
}

function requireScalar(value: unknown, path: string): void {
  if (value !== null && !["string", "number", "boolean"].includes(typeof value))
    throw new PatternError(`"${path}" may hold strings, numbers, true, false, null and operators`);
}

/** Returns the values under a name. An array is replaced by its elements, also for arrays of objects. */
function valuesAt(value: unknown, name: string): unknown[] {
  if (!isObject(value) || !Object.hasOwn(value, name)) return [];
  return flatten(value[name]);
}

function flatten(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(flatten) : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
