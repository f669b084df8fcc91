import type { Locale } from "#core/factory/specification/specification.ts";
import type { FieldModule } from "./field-module.ts";

export const DATE: FieldModule = {
  type: "date",
  factory: "date",
  options: ({ default: initial }) => ({ initial }),
  example: (_field, n, { specification: { locale } }) => {
    const value = `2026-0${(n % 9) + 1}-1${n % 10}`;
    return { value, steps: (target) => [{ do: "fill", target, value }], shown: shown(value, locale) };
  },
};

const shown = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
