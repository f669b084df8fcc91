import { h } from "../dom.js";
import { field } from "../field.js";
import { isTime, readTime, timeText } from "../moments.js";

/** A time of day, stored as HH:mm. */
export function time(options) {
  return field(options, {
    type: "time",
    accepts: (value) => value === null || isTime(value),
    format: shown,
    cell: (value, app) => (value ? h("time", { dateTime: value }, shown(value, app)) : ""),
    input: (value, _app, { id, describedBy }) => {
      const control = h("input", { class: "input", id, type: "time", "aria-describedby": describedBy });
      control.value = value ?? "";
      return { node: control, control, read: () => (control.validity?.badInput ? undefined : control.value.slice(0, 5) || null) };
    },
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    toText: (value) => value ?? "",
    fromText: (text) => (text.trim() === "" ? null : readTime(text)),
  });
}

function shown(value, { locale }) {
  return value ? timeText(value, locale) : "";
}
