import { textField } from "../text-field.js";

/** A line of text, up to 200 characters. */
export function text(options) {
  return textField(options, { type: "text" });
}
