import { typed, wholeExample, written } from "./examples.ts";
import type { Example, FieldModule, FieldPlace } from "./field-module.ts";

export const MONEY: FieldModule = {
  type: "money",
  factory: "money",
  options: ({ default: initial, min, max }) => ({ initial, min, max }),
  example: (field, n, place) => amount(wholeExample(field, n, 250), place),
  numbered: (_field, value, place) => amount(value, place),
};

function amount(value: number, { specification: { locale, currency } }: FieldPlace): Example {
  const digits = decimalsOf(currency);
  return { ...typed(value, written(value / 10 ** digits, locale, digits)), value };
}

/** The number of decimals of a currency's amounts, by ISO 4217: 2 for most, 0 for JPY. */
export function decimalsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}
