import { describe, expect, it } from "@jest/globals";
import type { FieldType } from "#core/factory/specification/field.ts";
import type { Operand } from "#core/factory/specification/formula.ts";
import { fieldWordOf, nounOf } from "#local/brain/lexicon/lexicon.ts";
import { NOUNS } from "#local/brain/lexicon/nouns.ts";
import type { Noun, NounField } from "#local/brain/lexicon/types.ts";

const NUMBERS: readonly FieldType[] = [
  "integer",
  "decimal",
  "money",
  "percent",
  "rating",
  "duration",
  "computed",
];
const DATES: readonly FieldType[] = ["date", "date_time", "computed"];
const GROUPS: readonly FieldType[] = ["choice", "boolean", "reference", "created_at", ...DATES];
const FILTERS: readonly FieldType[] = ["choice", "choices", "boolean", "tags"];

/** The types of the fields that a view or behaviour names, in order; the last one for all that follow. */
const WORKS_ON: Readonly<Record<string, readonly (readonly FieldType[])[]>> = {
  board: [["choice"]],
  calendar: [DATES],
  gallery: [["image"]],
  chart: [GROUPS, NUMBERS],
  table: [NUMBERS],
  totals: [NUMBERS],
  due: [DATES, ["boolean", "choice"]],
  completion: [["boolean", "choice"]],
  list: [[...DATES, "created_at"]],
  reminder: [DATES],
  recurrence: [["date"], ["integer"]],
  low_stock: [["integer", "decimal"]],
  budget: [["money"], DATES],
  word_count: [["long_text"]],
  filter: [FILTERS],
};

describe("the nouns of the lexicon", () => {
  it("have 3 to 9 fields of their own and each once", () => {
    const wrong = NOUNS.filter(
      ({ fields }) =>
        fields.length < 3 || fields.length > 9 || new Set(fields.map(({ key }) => key)).size < fields.length,
    );
    expect(wrong.map(({ key, fields }) => `${key}: ${fields.length}`)).toEqual([]);
  });

  it("are named by a field that each record has", () => {
    const named: readonly FieldType[] = ["text", "long_text", "date", "date_time", "auto_number"];
    const wrong = NOUNS.filter(
      ({ fields: [first] }) =>
        !named.includes(typeOf(first) ?? "text") || first.required === (first.key === "number"),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it("give views and behaviours fields of a type that they work on", () => {
    const wrong = NOUNS.flatMap((noun) =>
      [...noun.views, ...noun.behaviours].flatMap(({ kind, fields }) =>
        fields
          .filter((key, at) => {
            const types = WORKS_ON[kind]?.[Math.min(at, (WORKS_ON[kind]?.length ?? 1) - 1)];
            const type = typeOf(noun.fields.find((field) => field.key === key));
            return type === undefined || (types !== undefined && !types.includes(type));
          })
          .map((key) => `${noun.key}: ${kind}(${key})`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("have the fields that their formulas compute with", () => {
    const wrong = NOUNS.flatMap((noun) =>
      noun.fields.flatMap(({ key }) =>
        missingOperands(noun, key).map((operand) => `${noun.key}.${key}: ${operand}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

function typeOf(field: NounField | undefined): FieldType | undefined {
  if (!field) return undefined;
  return field.reference ? "reference" : (field.type ?? fieldWordOf(field.key)?.type);
}

function missingOperands(noun: Noun, key: string): string[] {
  const formula = fieldWordOf(key)?.formula;
  if (!formula) return [];
  if ("left" in formula)
    return [formula.left, formula.right].flatMap((operand: Operand) =>
      "field" in operand && !noun.fields.some((field) => field.key === operand.field) ? [operand.field] : [],
    );
  const other = nounOf(formula.noun);
  const refers = other?.fields.some(({ reference }) => reference?.noun === noun.key);
  const has = !("field" in formula) || other?.fields.some((field) => field.key === formula.field);
  return refers && has && noun.brings.includes(formula.noun) ? [] : [formula.noun];
}
