import { h } from "../dom.js";
import { field } from "../field.js";
import { isMoment, localMoment, momentText, readMoment } from "../moments.js";

/** A moment, stored in UTC (ISO 8601), shown and edited in the zone of the device. */
export function dateTime(options) {
  return field(options, { ...momentMethods, type: "date_time", input });
}

/** What fields that hold a moment have in common. */
export const momentMethods = {
  accepts: (value) => value === null || isMoment(value),
  format: shown,
  cell: (value, app) => (value ? h("time", { dateTime: value }, shown(value, app)) : ""),
  compare: (a, b) => Date.parse(a) - Date.parse(b),
  toText: (value) => value ?? "",
  fromText: (text) => (text.trim() === "" ? null : readMoment(text)),
};

function shown(value, { locale }) {
  return value ? momentText(value, locale) : "";
}

/** What the person does not change keeps its seconds. */
function input(value, _app, { id, describedBy }) {
  const control = h("input", { class: "input", id, type: "datetime-local", max: "9999-12-31T23:59", "aria-describedby": describedBy });
  const before = value ? localMoment(value) : "";
  control.value = before;
  const read = () => {
    if (control.validity?.badInput) return undefined;
    return control.value === before ? (value ?? null) : (readMoment(control.value) ?? null);
  };
  return { node: control, control, read };
}
