import type { Field } from "#core/factory/specification/field.ts";
import type { Formula, Operand } from "#core/factory/specification/formula.ts";
import type { Entity } from "#core/factory/specification/specification.ts";

/** What the values of a field are in a calculation. */
export type Result = "number" | "money" | "percent" | "duration" | "date";

export type Kind = Result | "literal";

const RESULTS: Partial<Record<Field["type"], Result>> = {
  money: "money",
  percent: "percent",
  duration: "duration",
  date: "date",
  date_time: "date",
  created_at: "date",
};

/** What the values of a field are; of a computed field, what its formula results in. */
export function resultOf(field: Field | undefined, entity: Entity, entities: readonly Entity[]): Result {
  if (!field) return "number";
  if (!field.formula) return RESULTS[field.type] ?? "number";
  return formulaResult(field.formula, entity, entities);
}

/** What an operand of a formula of `entity` is; a number that stands in the formula takes the meaning of the other one. */
export function operandKind(operand: Operand, entity: Entity, entities: readonly Entity[]): Kind {
  if ("today" in operand) return "date";
  if ("number" in operand) return "literal";
  return resultOf(
    entity.fields.find(({ id }) => id === operand.field),
    entity,
    entities,
  );
}

function formulaResult(formula: Formula, entity: Entity, entities: readonly Entity[]): Result {
  if ("left" in formula) {
    const kind = RESULT_OF[formula.op](
      operandKind(formula.left, entity, entities),
      operandKind(formula.right, entity, entities),
    );
    return kind === "literal" ? "number" : kind;
  }
  if (formula.op === "count") return "number";
  if (formula.op === "latest") return "date";
  const other = entities.find(({ id }) => id === formula.entity);
  const field = other?.fields.find(({ id }) => id === formula.field);
  return other ? resultOf(field, other, entities) : "number";
}

type Operation = Extract<Formula, { left: Operand }>["op"];

const isPlain = (kind: Kind) => kind === "number" || kind === "literal";

/** A sum: plain numbers take the meaning of the other operand. */
const sum = (left: Kind, right: Kind): Kind => (isPlain(left) ? right : left);

/** A product: a percentage is a share of the other operand, and a duration counts in hours when it multiplies money. */
function product(left: Kind, right: Kind): Kind {
  if (left === "percent") return right === "literal" ? left : right;
  if (right === "percent") return left === "literal" ? right : left;
  return left === "money" || right === "money" ? "money" : sum(left, right);
}

/** A quotient: the same divided by the same is a plain number. */
function quotient(left: Kind, right: Kind): Kind {
  if (left === right) return "number";
  return left === "percent" && right !== "literal" ? "number" : left;
}

const RESULT_OF: Readonly<Record<Operation, (left: Kind, right: Kind) => Kind>> = {
  add: sum,
  subtract: sum,
  multiply: product,
  divide: quotient,
  add_days: () => "date",
  days_between: () => "number",
};
