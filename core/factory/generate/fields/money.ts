import type { Field } from "#core/factory/specification/field.ts";
import { decimalExample, typed, written } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

/** Amounts are specified in the currency's main unit and stored in its minor unit (cents). */
export const MONEY: FieldModule = {
  type: "money",
  factory: "money",
  options: ({ default: initial, min, max }, { specification: { currency } }) => ({
    initial: inMinorUnits(initial, currency),
    min: inMinorUnits(min, currency),
    max: inMinorUnits(max, currency),
  }),
  example: (field, n, { specification: { locale, currency } }) => {
    const digits = decimalsOf(currency);
    const value = Number(decimalExample(field, n, digits).toFixed(digits));
    return { ...typed(value, written(value, locale, digits)), value: inMinorUnits(value, currency) };
  },
};

/** The number of decimals of a currency's amounts, by ISO 4217: 2 for most, 0 for JPY. */
export function decimalsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount of a specification as it is stored; undefined if there is none. */
export function inMinorUnits(amount: Field["default"], currency: string): number | undefined {
  return typeof amount === "number"
    ? Math.round(Number((amount * 10 ** decimalsOf(currency)).toPrecision(15)))
    : undefined;
}
