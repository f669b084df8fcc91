import { h } from "../dom.js";
import { field } from "../field.js";
import { dayOf, dayText, isDay, readDay } from "../moments.js";

/** A day without a zone, stored as YYYY-MM-DD. The initial value `today` is the day on which the record is made. */
export function date(options) {
  return field(options, {
    type: "date",
    initial: () => (options.initial === "today" ? dayOf(new Date()) : (options.initial ?? null)),
    accepts: (value) => value === null || isDay(value),
    format: shown,
    cell: (value, app) => (value ? h("time", { dateTime: value }, shown(value, app)) : ""),
    input: (value, _app, { id, describedBy }) => {
      const control = h("input", { class: "input", id, type: "date", max: "9999-12-31", "aria-describedby": describedBy });
      control.value = value ?? "";
      return { node: control, control, read: () => (control.validity?.badInput ? undefined : control.value || null) };
    },
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    toText: (value) => value ?? "",
    fromText: (text, { locale }) => (text.trim() === "" ? null : readDay(text, locale)),
  });
}

function shown(value, { locale }) {
  return value ? dayText(value, locale) : "";
}
