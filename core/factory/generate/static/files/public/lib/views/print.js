import { collectionPage } from "../collection.js";
import { h } from "../dom.js";
import { fieldsOf, titleOf } from "../entity.js";
import { cellOf } from "../record-parts.js";
import { fill } from "../words.js";

/** The records of an entity as a sheet to print, with a button that prints it. */
export function printView(app, { id, name, entity, fields, sort, filter }) {
  const columns = fieldsOf(entity, fields);
  const draw = (records) => [
    h("button", { type: "button", class: "button no-print", id: "print", onclick: () => globalThis.print() }, app.words.print),
    h("p", { class: "print-date" }, fill(app.words.printDate, { date: new Intl.DateTimeFormat(app.locale, { dateStyle: "long" }).format(new Date()) })),
    // Scrolls sideways in narrow windows, also by keyboard.
    h("div", { class: "sheet-scroll", role: "region", "aria-label": name, tabindex: "0" }, sheet(app, { name, entity, columns, records })),
  ];
  return { id, name, path: `/${id}`, icon: "print", sheet: true, render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "print" }, draw) };
}

function sheet(app, { name, entity, columns, records }) {
  return h(
    "table",
    { class: "sheet" },
    h("caption", { class: "sr-only" }, name),
    h("thead", {}, h("tr", {}, columns.map((field) => h("th", { scope: "col" }, field.name)))),
    h("tbody", {}, records.map((record) => h("tr", {}, columns.map((field) => h("td", {}, sheetCell(app, entity, field, record)))))),
  );
}

function sheetCell(app, entity, field, record) {
  return field.id === entity.display ? titleOf(app, entity, record) : cellOf(app, field, record);
}
