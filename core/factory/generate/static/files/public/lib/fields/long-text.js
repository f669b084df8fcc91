import { h } from "../dom.js";
import { field } from "../field.js";
import { compareText } from "../text-field.js";

/** Text of several lines, up to 20,000 characters. */
export function longText(options) {
  return field(options, {
    type: "long_text",
    input: (value, _app, { id, describedBy }) => {
      const control = h("textarea", { class: "input", id, rows: 4, maxLength: 20_000, "aria-describedby": describedBy });
      control.value = value ?? "";
      return { node: control, control, read: () => control.value.trim() || null };
    },
    compare: compareText,
  });
}
