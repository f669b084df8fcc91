import { numberField, ofUnit } from "../number-field.js";
import { readNumber } from "../numbers.js";
import { fill } from "../words.js";

/** A whole number, with its unit if it has one. */
export function integer(options) {
  return numberField(options, {
    type: "integer",
    ...ofUnit(options.unit),
    accepts: (value) => value === null || Number.isSafeInteger(value),
    invalid: ({ words }) => fill(words.integerInvalid, { name: options.name }),
    read: whole,
    fromText: whole,
  });
}

function whole(text, { locale }) {
  const value = readNumber(text, locale);
  return value === null || Number.isSafeInteger(value) ? value : undefined;
}
