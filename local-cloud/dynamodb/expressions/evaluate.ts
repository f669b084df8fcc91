import { type AttributeValue, type Item, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { bytesOf, compare, isEqual } from "#local-cloud/dynamodb/values/compare.ts";
import type { Comparator, Condition, Operand, TestName } from "./condition.ts";
import { valueAt } from "./path.ts";

type Value = AttributeValue | undefined;

/** Whether a condition is true for an item; a missing item is `{}`. */
export function holds(condition: Condition, item: Item): boolean {
  const of = (operand: Operand) => resolve(operand, item);
  switch (condition.kind) {
    case "and":
      return holds(condition.left, item) && holds(condition.right, item);
    case "or":
      return holds(condition.left, item) || holds(condition.right, item);
    case "not":
      return !holds(condition.inner, item);
    case "compare":
      return isTrue(condition.operator, of(condition.left), of(condition.right));
    case "between": {
      const value = of(condition.operand);
      return isTrue(">=", value, of(condition.low)) && isTrue("<=", value, of(condition.high));
    }
    case "in": {
      const value = of(condition.operand);
      return condition.options.some((option) => isTrue("=", value, of(option)));
    }
    case "call": {
      const [first, second] = condition.operands.map(of);
      return tests[condition.name](first, second);
    }
  }
}

const tests: Record<TestName, (value: Value, other: Value) => boolean> = {
  attribute_exists: (value) => value !== undefined,
  attribute_not_exists: (value) => value === undefined,
  attribute_type: (value, type) => value !== undefined && typeOf(value) === type?.S,
  begins_with(value, prefix) {
    if (value?.S !== undefined && prefix?.S !== undefined) return value.S.startsWith(prefix.S);
    if (value?.B === undefined || prefix?.B === undefined) return false;
    const start = bytesOf(prefix.B);
    return bytesOf(value.B).subarray(0, start.length).equals(start);
  },
  contains(value, part) {
    if (!value || !part) return false;
    if (value.L) return value.L.some((one) => isEqual(one, part));
    if (value.S !== undefined) return part.S !== undefined && value.S.includes(part.S);
    if (value.B !== undefined) return part.B !== undefined && bytesOf(value.B).includes(bytesOf(part.B));
    const members = value.SS ?? value.NS ?? value.BS;
    const sought = value.SS ? part.S : value.NS ? part.N : part.B;
    return members !== undefined && sought !== undefined && members.includes(sought);
  },
};

/** A missing value differs from every other, and is neither smaller nor greater. */
function isTrue(operator: Comparator, left: Value, right: Value): boolean {
  const equal = left !== undefined && right !== undefined && isEqual(left, right);
  if (operator === "=") return equal;
  if (operator === "<>") return !equal;
  const order = left && right && compare(left, right);
  if (order === undefined) return false;
  return operator.startsWith("<")
    ? order < 0 || (order === 0 && operator === "<=")
    : order > 0 || (order === 0 && operator === ">=");
}

function resolve(operand: Operand, item: Item): Value {
  if (operand.kind === "path") return valueAt(item, operand.path);
  if (operand.kind === "value") return operand.value;
  const size = sizeOf(resolve(operand.of, item));
  return size === undefined ? undefined : { N: String(size) };
}

/** Characters of a string, bytes of a binary, members of anything else; numbers and booleans have no size. */
function sizeOf(value: Value): number | undefined {
  if (!value) return undefined;
  if (value.B !== undefined) return bytesOf(value.B).length;
  if (value.M) return Object.keys(value.M).length;
  return (value.S ?? value.L ?? value.SS ?? value.NS ?? value.BS)?.length;
}
