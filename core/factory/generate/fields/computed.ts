import { code } from "#core/factory/generate/print/code.ts";
import type { Formula } from "#core/factory/specification/formula.ts";
import type { FieldModule } from "./field-module.ts";
import { resultOf } from "./formula-result.ts";
import { formulaSource } from "./formula-source.ts";

export const COMPUTED: FieldModule = {
  type: "computed",
  factory: "computed",
  options: (field, { specification, entity }) => {
    const formula = field.formula as Formula;
    const { source, uses } = formulaSource(formula, entity, specification);
    return {
      result: resultOf(field, entity, specification.entities),
      unit: field.unit,
      value: code(source, Object.fromEntries(uses.map((name) => [name, "lib/calculate.js"]))),
    };
  },
  example: () => null,
};
