import type { Locale } from "#core/factory/specification/specification.ts";
import type { Example } from "./field-module.ts";

interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/**
 * The `n`-th whole number of a range, different for each `n` below 6 as far as the range permits. The numbers begin with
 * `from` if there is room for them.
 */
export function wholeExample({ min, max }: Range, n: number, from = 2): number {
  const least = Math.ceil(min ?? Number.NEGATIVE_INFINITY);
  const most = Math.floor(max ?? Number.POSITIVE_INFINITY);
  const first = Math.max(least, Math.min(from, most - 5));
  return first + (n % Math.max(1, most - first + 1));
}

/** The `n`-th number of a range with at most `digits` decimals. */
export function decimalExample(range: Range, n: number, digits: number): number {
  const { min, max } = range;
  if (min === undefined || max === undefined || max - min >= 6)
    return wholeExample(range, n) + (roomFor(range, n) ? 0.5 : 0);
  return Number((min + ((max - min) * n) / 6).toFixed(digits));
}

const roomFor = (range: Range, n: number) =>
  range.max === undefined || wholeExample(range, n) + 0.5 <= range.max;

/** A number as it is written in a text box in a language. */
export function written(value: number, locale: Locale, digits?: number): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 10,
  }).format(value);
}

/** An example that is typed into the control as it is then shown. */
export function typed(value: string | number, text: string): Example {
  return { value, steps: (target) => [{ do: "fill", target, value: text }], shown: text };
}

/** Six words that can stand for tags. */
export const EXAMPLE_WORDS: Readonly<Record<Locale, readonly string[]>> = {
  en: ["new", "home", "urgent", "family", "idea", "later"],
  de: ["neu", "zuhause", "dringend", "familie", "idee", "später"],
  fr: ["nouveau", "maison", "urgent", "famille", "idée", "plus tard"],
  es: ["nuevo", "casa", "urgente", "familia", "idea", "más tarde"],
};
