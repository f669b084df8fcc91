import { numberField, ofUnit } from "../number-field.js";

/** A number, with its unit if it has one. */
export function decimal(options) {
  return numberField(options, { type: "decimal", ...ofUnit(options.unit) });
}
