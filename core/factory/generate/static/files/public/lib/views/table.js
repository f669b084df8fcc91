import { collectionPage } from "../collection.js";
import { h } from "../dom.js";
import { comparing, fieldOf, fieldsOf } from "../entity.js";
import { numberText } from "../number-text.js";
import { actions, badges, cellOf, pickers, recordLink } from "../record-parts.js";
import { sum } from "../statistics.js";
import { fill } from "../words.js";

/**
 * The records of an entity as a table. A click on a column heading sorts by it, a second click turns the order round;
 * below the table are the sums of the fields `sums`. On a narrow screen each row becomes a block of its own.
 */
export function tableView(app, { id, name, entity, fields, sums = [], sort, filter }) {
  const columns = fieldsOf(entity, fields);
  const order = { ...sort };
  const draw = (records, refresh) => {
    const sorted = order.chosen ? [...records].sort(comparing(app, fieldOf(entity, order.field), order.descending)) : records;
    const sortBy = (field) => {
      Object.assign(order, nextOrder(order, field.id));
      refresh();
      app.announce(fill(order.descending ? app.words.tableDescending : app.words.tableAscending, { field: field.name }));
    };
    return table(app, { name, entity, columns, sums, order, records: sorted, sortBy });
  };
  return { id, name, path: `/${id}`, icon: "table", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "table" }, draw) };
}

/** The order after a click on the heading of a field. */
export function nextOrder(order, field) {
  return { field, descending: order.field === field && !order.descending, chosen: true };
}

function table(app, { name, entity, columns, sums, order, records, sortBy }) {
  const node = h(
    "table",
    { class: "records-table", role: "table" },
    h("caption", { class: "sr-only" }, name),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, columns.map((field) => heading(app, field, order, sortBy)), endHeading(app))),
    h("tbody", { role: "rowgroup" }, records.map((record) => row(app, entity, columns, record))),
    columns.some((field) => sums.includes(field.id)) && h("tfoot", { role: "rowgroup" }, sumRow(app, columns, sums, records)),
  );
  return h("div", { class: "table-scroll" }, node);
}

function heading(app, field, order, sortBy) {
  const sorted = order.field === field.id;
  const direction = order.descending ? "descending" : "ascending";
  return h(
    "th",
    { role: "columnheader", scope: "col", class: alignment(field), "aria-sort": sorted ? direction : "none" },
    h(
      "button",
      { type: "button", id: `sort-${field.id}`, class: "sort-button", onclick: () => sortBy(field) },
      field.name,
      h("span", { class: "sort-mark", "aria-hidden": "true" }, sorted ? (order.descending ? "▼" : "▲") : ""),
    ),
  );
}

function endHeading(app) {
  return h("th", { role: "columnheader", scope: "col" }, h("span", { class: "sr-only" }, app.words.tableMore));
}

function row(app, entity, columns, record) {
  const cells = columns.map((field) =>
    h(
      "td",
      { role: "cell", class: field.id === entity.display ? "cell-title" : alignment(field), "data-label": field.name },
      field.id === entity.display ? h("span", { class: "cell-name" }, pickers(app, entity, record), recordLink(app, entity, record)) : cellOf(app, field, record),
    ),
  );
  const end = h("td", { role: "cell", class: "row-end" }, badges(app, entity, record), actions(app, entity, record));
  return h("tr", { role: "row", "data-record": record.id }, cells, end);
}

function sumRow(app, columns, sums, records) {
  const cells = columns.map((field) => {
    const total = sums.includes(field.id) && sum(records.map((record) => record[field.id]).filter(Number.isFinite));
    return h(
      "td",
      { role: "cell", class: alignment(field), "data-label": total === false ? null : fill(app.words.tableSum, { field: field.name }) },
      total === false ? null : h("strong", {}, numberText(field, total, app)),
    );
  });
  return h("tr", { role: "row", class: "sums" }, cells, h("td", { role: "cell" }));
}

const NUMBERS = new Set(["integer", "decimal", "money", "percent", "duration", "auto_number", "number"]);
const SHORT = new Set(["choice", "date", "time", "rating", "boolean", "color", "phone"]);

/** Numbers are aligned at their end; what is short is not broken into lines. */
function alignment(field) {
  const type = field.result ?? field.type;
  if (NUMBERS.has(type)) return "number";
  return SHORT.has(type) ? "short" : null;
}
