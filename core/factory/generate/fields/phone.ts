import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

/** Numbers that are not assigned to anyone, up to their last digit. */
const NUMBERS = { en: "+1 202 555 010", de: "+49 30 23125 00", fr: "+33 1 99 00 00 0", es: "+34 600 000 00" };

export const PHONE: FieldModule = {
  type: "phone",
  factory: "phone",
  options: () => ({}),
  example: (_field, n, { specification: { locale } }) => {
    const value = `${NUMBERS[locale]}${n % 10}`;
    return typed(value, value);
  },
};
