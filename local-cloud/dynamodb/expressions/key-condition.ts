import { type AttributeValue, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { ServiceError } from "#local-cloud/http.ts";
import type { Comparator, Condition, Operand } from "./condition.ts";

type KeyOperator = Exclude<Comparator, "<>"> | "BETWEEN" | "begins_with";

/** The condition on one attribute in a KeyConditionExpression. */
export interface KeyTest {
  readonly attribute: string;
  readonly operator: KeyOperator;
  readonly values: readonly AttributeValue[];
}

export interface KeyCondition {
  readonly hash: AttributeValue;
  readonly range?: KeyTest;
}

export interface KeyAttribute {
  readonly name: string;
  readonly type: "S" | "N" | "B";
}

export interface KeyPair {
  readonly hash: KeyAttribute;
  readonly range?: KeyAttribute;
}

const SWAPPED = { "=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

/** Splits a KeyConditionExpression into one test per attribute, in their order. */
export function keyTestsOf(condition: Condition): KeyTest[] {
  const tests = testsOf(condition);
  if (new Set(tests.map(({ attribute }) => attribute)).size < tests.length || tests.length > 2)
    throw invalid("KeyConditionExpressions must only contain one condition per key");
  return tests;
}

/** Applies the tests to the key of a table or an index. Throws if the key does not allow them. */
export function keyConditionOf(tests: readonly KeyTest[], { hash, range }: KeyPair): KeyCondition {
  const onHash = tests.find(({ attribute }) => attribute === hash.name);
  const other = tests.find((test) => test !== onHash);
  if (!onHash || (other && other.attribute !== range?.name))
    throw invalid(
      `Query condition missed key schema element: ${onHash ? (range?.name ?? hash.name) : hash.name}`,
    );
  if (onHash.operator !== "=") throw invalid("Query key condition not supported");
  refuseValues(onHash, hash);
  if (other && range) refuseValues(other, range);
  return { hash: onHash.values[0] as AttributeValue, ...(other && { range: other }) };
}

function testsOf(condition: Condition): KeyTest[] {
  switch (condition.kind) {
    case "and":
      return [...testsOf(condition.left), ...testsOf(condition.right)];
    case "compare":
      return [comparison(condition.operator, condition.left, condition.right)];
    case "between":
      return [test("BETWEEN", condition.operand, [condition.low, condition.high])];
    case "call":
      if (condition.name === "begins_with") return [prefix(condition.operands)];
      throw unsupported(condition.name);
    default:
      throw unsupported(condition.kind.toUpperCase());
  }
}

function comparison(operator: Comparator, left: Operand, right: Operand): KeyTest {
  if (operator === "<>") throw unsupported(operator);
  if (left.kind === "value" && right.kind === "path") return test(SWAPPED[operator], right, [left]);
  return test(operator, left, [right]);
}

function prefix([first, second]: readonly Operand[]): KeyTest {
  if (first?.kind !== "path" || !second)
    throw invalid(
      "Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand",
    );
  return test("begins_with", first, [second]);
}

function test(operator: KeyOperator, operand: Operand, others: readonly Operand[]): KeyTest {
  if ([operand, ...others].some(({ kind }) => kind === "size"))
    throw invalid("KeyConditionExpressions cannot contain nested operations");
  if (operand.kind !== "path")
    throw invalid("Invalid condition in KeyConditionExpression: No key attribute specified");
  const [attribute, ...steps] = operand.path;
  if (steps.length)
    throw invalid(
      `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: ${attribute}`,
    );
  const values = others.map((other) => {
    if (other.kind === "value") return other.value;
    throw invalid(
      "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
    );
  });
  return { attribute, operator, values };
}

function refuseValues({ attribute, values }: KeyTest, { type }: KeyAttribute): void {
  for (const value of values) {
    if (typeOf(value) !== type)
      throw invalid(
        "One or more parameter values were invalid: Condition parameter type does not match schema type",
      );
    if (value.S === "" || value.B === "")
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${type === "S" ? "string" : "binary"} value. Key: ${attribute}`,
      );
  }
}

function unsupported(operator: string): ServiceError {
  return invalid(`Invalid operator used in KeyConditionExpression: ${operator}`);
}

function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}
