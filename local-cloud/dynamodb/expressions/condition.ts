import { type AttributeValue, TYPES, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { compare } from "#local-cloud/dynamodb/values/compare.ts";
import { openParser, type Parser, RANK } from "./parser.ts";
import { isSamePath, type Path, pathText } from "./path.ts";
import type { Placeholders } from "./placeholders.ts";

export type Comparator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export type Operand =
  | { readonly kind: "path"; readonly path: Path }
  | { readonly kind: "value"; readonly value: AttributeValue }
  | { readonly kind: "size"; readonly of: Operand };

export type Condition =
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly inner: Condition }
  | {
      readonly kind: "compare";
      readonly operator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: "between"; readonly operand: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: "in"; readonly operand: Operand; readonly options: readonly Operand[] }
  | { readonly kind: "call"; readonly name: TestName; readonly operands: readonly Operand[] };

export type TestName = keyof typeof TESTS;

/** Functions that are conditions, with the number of their operands. */
const TESTS = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
} as const;
const COMPARATORS: readonly Comparator[] = ["=", "<>", "<=", "<", ">=", ">"];
const UPDATE_FUNCTIONS = new Set(["if_not_exists", "list_append"]);
const ORDERED = ["S", "N", "B"];
const SIZED = ["S", "B", "SS", "NS", "BS", "L", "M"];
const MAX_OPTIONS = 100;

/** An expression in parentheses can be either; only the text after it shows which. */
type Node = ({ readonly condition: Condition } | { readonly operand: Operand }) & {
  /** It is enclosed in its own parentheses. */
  readonly wrapped?: true;
};

/**
 * `member`: the request member of the expression. Throws for everything that DynamoDB refuses before it reads
 * an item.
 */
export function parseCondition(member: string, source: string, placeholders: Placeholders): Condition {
  const parser = openParser(member, source, placeholders);
  const condition = conditionOf(parser, disjunction(parser));
  parser.end();
  return condition;
}

function disjunction(parser: Parser): Node {
  let node = conjunction(parser);
  while (parser.takes("OR")) node = joined(parser, "or", node, conjunction(parser));
  return node;
}

function conjunction(parser: Parser): Node {
  let node = negation(parser);
  while (parser.takes("AND")) node = joined(parser, "and", node, negation(parser));
  return node;
}

function joined(parser: Parser, kind: "and" | "or", left: Node, right: Node): Node {
  return { condition: { kind, left: conditionOf(parser, left), right: conditionOf(parser, right) } };
}

function negation(parser: Parser): Node {
  if (!parser.takes("NOT")) return comparison(parser);
  return { condition: { kind: "not", inner: conditionOf(parser, negation(parser)) } };
}

function comparison(parser: Parser): Node {
  const node = primary(parser);
  if ("condition" in node) return node;
  const left = node.operand;
  const operator = COMPARATORS.find((one) => parser.takes(one));
  if (operator) return { condition: compared(parser, operator, left, operandOf(parser, primary(parser))) };
  if (parser.takes("BETWEEN")) {
    const low = operandOf(parser, primary(parser));
    parser.expect("AND");
    return { condition: between(parser, left, low, operandOf(parser, primary(parser))) };
  }
  if (parser.takes("IN")) {
    parser.expect("(");
    return { condition: oneOf(parser, left, list(parser)) };
  }
  return node;
}

function primary(parser: Parser): Node {
  if (parser.takes("(")) {
    const node = disjunction(parser);
    parser.expect(")");
    if (node.wrapped) parser.problem("The expression has redundant parentheses;");
    return { ...node, wrapped: true };
  }
  if (parser.seesCall()) return call(parser);
  if (parser.seesValue()) return { operand: { kind: "value", value: parser.value() } };
  return { operand: { kind: "path", path: parser.path() } };
}

function call(parser: Parser): Node {
  const name = parser.call();
  const operands = list(parser);
  if (name === "size") return { operand: size(parser, operands) };
  if (UPDATE_FUNCTIONS.has(name))
    parser.problem(`The function is not allowed in a condition expression; function: ${name}`);
  else if (!Object.hasOwn(TESTS, name)) parser.problem(`Invalid function name; function: ${name}`);
  else refuseOperands(parser, name as TestName, operands);
  return { condition: { kind: "call", name: name as TestName, operands } };
}

/** Parses one or more operands up to the closing parenthesis. */
function list(parser: Parser): Operand[] {
  const operands: Operand[] = [];
  do operands.push(operandOf(parser, primary(parser)));
  while (parser.takes(","));
  parser.expect(")");
  return operands;
}

function conditionOf(parser: Parser, node: Node): Condition {
  if ("condition" in node) return node.condition;
  if (node.operand.kind !== "size") return parser.syntaxError();
  parser.problem("The function is not allowed to be used this way in an expression; function: size");
  return { kind: "compare", operator: "=", left: node.operand, right: node.operand };
}

function operandOf(parser: Parser, node: Node): Operand {
  if ("operand" in node) return node.operand;
  if (node.condition.kind !== "call") return parser.syntaxError();
  parser.problem(
    `The function is not allowed to be used this way in an expression; function: ${node.condition.name}`,
  );
  return { kind: "value", value: { NULL: true } };
}

function compared(parser: Parser, operator: Comparator, left: Operand, right: Operand): Condition {
  if (operator !== "=" && operator !== "<>") refuseTypes(parser, operator, [left, right], ORDERED);
  refuseSame(parser, operator, left, [right]);
  return { kind: "compare", operator, left, right };
}

function between(parser: Parser, operand: Operand, low: Operand, high: Operand): Condition {
  refuseTypes(parser, "BETWEEN", [operand, low, high], ORDERED);
  refuseSame(parser, "BETWEEN", operand, [low, high]);
  if (low.kind === "value" && high.kind === "value") {
    const bounds = `lower bound operand: AttributeValue: ${valueText(low.value)}, upper bound operand: AttributeValue: ${valueText(high.value)}`;
    const order = compare(low.value, high.value);
    if (typeOf(low.value) !== typeOf(high.value))
      parser.problem(
        `The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`,
        RANK.type,
      );
    else if (order !== undefined && order > 0)
      parser.problem(
        `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`,
        RANK.type,
      );
  }
  return { kind: "between", operand, low, high };
}

function oneOf(parser: Parser, operand: Operand, options: readonly Operand[]): Condition {
  if (options.length > MAX_OPTIONS)
    parser.problem(
      `Invalid number of operands for operator or function; operator or function: IN, number of operands: ${options.length + 1}`,
    );
  refuseSame(parser, "IN", operand, options);
  return { kind: "in", operand, options };
}

function size(parser: Parser, operands: readonly Operand[]): Operand {
  refuseCount(parser, "size", operands, 1);
  const [of = { kind: "value", value: { S: "" } } as const] = operands;
  refuseTypes(parser, "size", [of], SIZED);
  return { kind: "size", of };
}

function refuseOperands(parser: Parser, name: TestName, operands: readonly Operand[]): void {
  refuseCount(parser, name, operands, TESTS[name]);
  const [first, second] = operands;
  if (!first) return;
  if (name.startsWith("attribute_") && first.kind !== "path")
    parser.problem(`Operator or function requires a document path; operator or function: ${name}`);
  if (name === "begins_with") refuseTypes(parser, name, operands, ["S", "B"]);
  if (name === "attribute_type" && second) refuseTypeName(parser, second);
  if (second) refuseSame(parser, name, first, [second]);
}

function refuseTypeName(parser: Parser, operand: Operand): void {
  if (operand.kind !== "value" || operand.value.S === undefined)
    parser.problem(
      `Incorrect operand type for operator or function; operator or function: attribute_type, operand type: ${operand.kind === "value" ? typeOf(operand.value) : "document path"}`,
      RANK.type,
    );
  else if (!(TYPES as readonly string[]).includes(operand.value.S))
    parser.problem(
      `Invalid attribute type name found; type: ${operand.value.S}, valid types: {${TYPES.join(",")}}`,
      RANK.type,
    );
}

function refuseCount(parser: Parser, name: string, operands: readonly Operand[], count: number): void {
  if (operands.length !== count)
    parser.problem(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
      RANK.count,
    );
}

/** Checks types that are known without an item: those of given values and of sizes. */
function refuseTypes(
  parser: Parser,
  operator: string,
  operands: readonly Operand[],
  types: readonly string[],
): void {
  for (const operand of operands) {
    const type = operand.kind === "value" ? typeOf(operand.value) : operand.kind === "size" ? "N" : undefined;
    if (type && !types.includes(type))
      parser.problem(
        `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${type}`,
        RANK.type,
      );
  }
}

function refuseSame(parser: Parser, operator: string, first: Operand, others: readonly Operand[]): void {
  if (first.kind !== "path") return;
  const { path } = first;
  if (others.some((other) => other.kind === "path" && isSamePath(path, other.path)))
    parser.problem(
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${pathText(path)}`,
    );
}

function valueText(value: AttributeValue): string {
  const type = typeOf(value);
  const content = value[type];
  return `{${type}:${typeof content === "string" ? content : JSON.stringify(content)}}`;
}

/** Yields the attributes whose values a condition uses. */
export function* attributesIn(condition: Condition): Generator<string> {
  switch (condition.kind) {
    case "and":
    case "or":
      yield* attributesIn(condition.left);
      yield* attributesIn(condition.right);
      break;
    case "not":
      yield* attributesIn(condition.inner);
      break;
    case "compare":
      yield* namesIn(condition.left, condition.right);
      break;
    case "between":
      yield* namesIn(condition.operand, condition.low, condition.high);
      break;
    case "in":
      yield* namesIn(condition.operand, ...condition.options);
      break;
    case "call":
      yield* namesIn(...condition.operands);
  }
}

function* namesIn(...operands: readonly Operand[]): Generator<string> {
  for (const operand of operands)
    if (operand.kind === "path") yield operand.path[0];
    else if (operand.kind === "size") yield* namesIn(operand.of);
}
