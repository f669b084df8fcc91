import { recordName } from "#core/factory/generate/print/case.ts";
import type { Formula, Operand } from "#core/factory/specification/formula.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import { type Kind, operandKind } from "./formula-result.ts";
import { decimalsOf } from "./money.ts";

/** A function of the generated code, and the functions of `lib/calculate.js` that it uses. */
interface FormulaSource {
  readonly source: string;
  readonly uses: readonly string[];
}

const FUNCTIONS = {
  add: "addNumbers",
  subtract: "subtractNumbers",
  multiply: "multiplyNumbers",
  divide: "divideNumbers",
  add_days: "addDays",
  days_between: "daysBetween",
  count: "countOf",
  sum: "sumOf",
  average: "averageOf",
  minimum: "minimumOf",
  maximum: "maximumOf",
  latest: "latestOf",
} as const;

/**
 * The source of a formula, as a function of a record: `(plant) => addDays(plant.last_watered, plant.water_every)`. The
 * records of other entities are its second parameter.
 */
export function formulaSource(
  formula: Formula,
  entity: Entity,
  { entities, currency }: Pick<Specification, "entities" | "currency">,
): FormulaSource {
  const record = recordName(entity.id);
  if ("left" in formula) {
    const kinds = [formula.left, formula.right].map((each) => operandKind(each, entity, entities)) as [
      Kind,
      Kind,
    ];
    const [left, right] = CONVERSIONS[formula.op](kinds, decimalsOf(currency));
    const operands = [left(operandSource(formula.left, record)), right(operandSource(formula.right, record))];
    return functionOf(`(${record}) => ${FUNCTIONS[formula.op]}(${operands.join(", ")})`);
  }
  const found = `records.naming("${formula.entity}", "${formula.through}", ${record}.id)`;
  const field = "field" in formula ? `, "${formula.field}"` : "";
  return functionOf(`(${record}, records) => ${FUNCTIONS[formula.op]}(${found}${field})`);
}

function functionOf(source: string): FormulaSource {
  const names = [...Object.values(FUNCTIONS), "asFactor", "asHours", "currentDay"];
  return { source, uses: names.filter((name) => source.includes(`${name}(`)) };
}

function operandSource(operand: Operand, record: string): string {
  if ("today" in operand) return "currentDay()";
  return "number" in operand ? String(operand.number) : `${record}.${operand.field}`;
}

type Convert = (source: string) => string;
type Conversion = (kinds: readonly [Kind, Kind], decimals: number) => readonly [Convert, Convert];

const asIs: Convert = (source) => source;
const factor: Convert = (source) => `asFactor(${source})`;
const hours: Convert = (source) => `asHours(${source})`;

/** A plain number as an amount in the minor unit of the currency, which is that of stored amounts. */
const minorUnits =
  (decimals: number): Convert =>
  (source) =>
    decimals === 0 ? source : `multiplyNumbers(${source}, ${10 ** decimals})`;

/**
 * Beside an amount of money, a field with a plain number is an amount of the main unit; a number of the specification is
 * one of the minor unit, as everywhere.
 */
const ofSums: Conversion = ([left, right], decimals) => {
  const convert = (own: Kind, other: Kind) =>
    other === "money" && own === "number" ? minorUnits(decimals) : asIs;
  return [convert(left, right), convert(right, left)];
};

/** A percentage is a share of the other operand; time counts in hours where it is paid. */
const ofProducts: Conversion = ([left, right]) => {
  const convert = (own: Kind, other: Kind) => {
    if (own === "percent" && other !== "percent" && other !== "literal") return factor;
    return own === "duration" && other === "money" ? hours : asIs;
  };
  return [convert(left, right), left === "percent" && right === "percent" ? factor : convert(right, left)];
};

/** A quotient by a percentage is by its share; one by a length of time is that of an hour. */
const ofQuotients: Conversion = ([left, right]) => {
  if (left === right) return [asIs, asIs];
  const divisor = right === "percent" ? factor : right === "duration" ? hours : asIs;
  return [left === "percent" && right !== "literal" ? factor : asIs, divisor];
};

const unconverted: Conversion = () => [asIs, asIs];

const CONVERSIONS: Readonly<Record<Extract<Formula, { left: Operand }>["op"], Conversion>> = {
  add: ofSums,
  subtract: ofSums,
  multiply: ofProducts,
  divide: ofQuotients,
  add_days: unconverted,
  days_between: unconverted,
};
