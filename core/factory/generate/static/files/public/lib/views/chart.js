import { groupsOf } from "../chart-groups.js";
import { barChart, lineChart, narrowScreen, pieChart } from "../charts.js";
import { collectionPage } from "../collection.js";
import { h } from "../dom.js";
import { fieldOf } from "../entity.js";
import { numberText } from "../number-text.js";
import { fill } from "../words.js";

const SHAPES = { bar: barChart, line: lineChart, pie: pieChart };

/**
 * The records of an entity counted by the field `group`, or the sums of the field `measure` (with `op` "average", the
 * averages), as a chart of the given `shape` ("bar", "line" or "pie") and as a table. Dates go by `period` ("day" or "month"), or by what suits their span.
 */
export function chartView(app, { id, name, entity, shape, group, measure, op = "sum", period, sort, filter }) {
  const by = fieldOf(entity, group);
  const measured = measure && fieldOf(entity, measure);
  const text = (number) => (measured ? numberText(measured, number, app) : new Intl.NumberFormat(app.locale).format(number));
  const percent = (share) => new Intl.NumberFormat(app.locale, { style: "percent" }).format(share);
  const whole = op === "sum" && (!measured || measured.type === "integer");
  const draw = (records) => {
    const groups = groupsOf(app, by, measured, records, { op, period, course: shape === "line" });
    const known = groups.filter(({ value }) => value !== null);
    const averaged = op === "average" && records.length > known.length;
    const heading = averaged ? fill(app.words.chartAverage, { what: measured.name }) : measured?.name ?? entity.plural;
    const title = fill(app.words.chartTitle, { what: heading, group: by.name });
    const description = known.map(({ label, value }) => `${label}: ${text(value)}`).join("; ");
    return [
      h("div", { class: `chart chart-shape-${shape} card` }, SHAPES[shape](shape === "line" ? groups : known, { title, description, text, unit: unitOf(measured, known), whole, percent })),
      twin({ name, by, heading, groups: known, text }, app.words.chartTable),
    ];
  };
  narrowScreen()?.addEventListener("change", () => app.update());
  return { id, name, path: `/${id}`, icon: "chart", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "chart" }, draw) };
}

/** The unit of which round numbers stand beside a chart: minutes or hours for durations. */
function unitOf(measured, groups) {
  if ((measured?.result ?? measured?.type) !== "duration") return 1;
  return Math.max(...groups.map(({ value }) => value)) < 3 * 3600 ? 60 : 3600;
}

/** The same numbers as a table. */
function twin({ name, by, heading, groups, text }, label) {
  return h(
    "details",
    { class: "chart-table", open: true },
    h("summary", {}, label),
    h(
      "table",
      { class: "numbers" },
      h("caption", { class: "sr-only" }, name),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, by.name), h("th", { scope: "col", class: "number" }, heading))),
      h("tbody", {}, groups.map((group) => h("tr", {}, h("th", { scope: "row" }, group.label), h("td", { class: "number" }, text(group.value))))),
    ),
  );
}
