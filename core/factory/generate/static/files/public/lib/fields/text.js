import { field } from "../field.js";

/** A line of text, up to 200 characters. */
export function text(options) {
  return field(options, { type: "text" });
}
