import { currentDay, dayOf } from "../calculate.js";
import { collectionPage } from "../collection.js";
import { h, icon } from "../dom.js";
import { fieldOf, ownerField } from "../entity.js";
import { isEmpty } from "../field.js";
import { openForm } from "../form.js";
import { addMonths, firstWeekday, monthGrid, sameDayIn } from "../month.js";
import { badges, recordLink } from "../record-parts.js";
import { groupBy } from "../statistics.js";
import { fill, inSentence } from "../words.js";

/**
 * The records of an entity in a month, on the days of the field `date`. On a narrow screen only the days that have
 * records are listed. Arrow keys go from day to day, Page Up and Page Down from month to month; any day can be chosen.
 */
export function calendarView(app, { id, name, entity, date, sort, filter }) {
  const shown = { day: null };
  const draw = (records, refresh) => {
    shown.day ??= currentDay();
    const go = (day, focus = false) => {
      shown.day = day;
      refresh();
      if (focus) document.getElementById(`day-${day}`)?.focus();
    };
    return calendar(app, entity, fieldOf(entity, date), records, shown.day, go);
  };
  return { id, name, path: `/${id}`, icon: "calendar", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "calendar", frame: true }, draw) };
}

/** The day to which a key leads from another, or null for a key without a meaning. */
export function dayAfterKey(day, key, firstDay) {
  const week = monthGrid(day.slice(0, 7), firstDay).find((days) => days.includes(day));
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  if (key in steps) return new Date(Date.parse(day) + steps[key] * 86_400_000).toISOString().slice(0, 10);
  if (key === "Home") return week[0];
  if (key === "End") return week[6];
  if (key === "PageUp" || key === "PageDown") return sameDayIn(addMonths(day.slice(0, 7), key === "PageUp" ? -1 : 1), day);
  return null;
}

function calendar(app, entity, field, records, day, go) {
  const month = day.slice(0, 7);
  const firstDay = firstWeekday(regionOf(app.locale));
  const days = groupBy(records, (record) => {
    const value = record[field.id];
    return isEmpty(value) ? null : dayOf(value);
  });
  const weeks = monthGrid(month, firstDay);
  const add = entersDay(field, entity) ? (each) => openForm(app, entity, null, { preset: { [field.id]: presetOf(field, each) } }) : null;
  const onkeydown = (event) => {
    const at = event.target.dataset?.day;
    const next = at && dayAfterKey(at, event.key, firstDay);
    const adds = at && event.key === "Enter" && add;
    if (next || adds) event.preventDefault();
    if (next) go(next, true);
    if (adds) add(at);
  };
  const undated = days.get(null)?.length ?? 0;
  const inMonth = [...days.keys()].some((each) => each?.startsWith(month));
  return [
    head(app, day, go),
    h(
      "table",
      { class: "calendar", role: "grid", "aria-label": monthText(month, app.locale), onkeydown },
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, weeks[0].map((each) => weekday(each, app.locale)))),
      h(
        "tbody",
        { role: "rowgroup" },
        weeks.map((week) => h("tr", { role: "row" }, week.map((each) => cell(app, entity, each, { current: day, month, records: days.get(each) ?? [], add })))),
      ),
    ),
    inMonth ? null : h("p", { class: "calendar-nothing" }, fill(app.words.calendarNothing, { plural: inSentence(entity.plural, app.locale) })),
    undated > 0 && h("p", { class: "calendar-undated" }, fill(app.words.calendarUndated, { count: undated, field: field.name })),
  ];
}

function head(app, day, go) {
  const month = day.slice(0, 7);
  const chooser = h("input", {
    type: "date",
    class: "input",
    id: "calendar-day",
    "aria-label": app.words.calendarDay,
    value: day,
    // A year that is being typed is a day of the first century.
    onchange: () => chooser.value >= "1000" && go(chooser.value),
  });
  const step = (count) => () => go(`${addMonths(month, count)}-01`);
  const button = (id, label, path, count) =>
    h("button", { type: "button", class: "icon-button", id, "aria-label": label, onclick: step(count) }, icon(path));
  return h(
    "div",
    { class: "calendar-head" },
    button("calendar-previous", app.words.calendarPrevious, "left", -1),
    h("h2", { "aria-live": "polite" }, monthText(month, app.locale)),
    button("calendar-next", app.words.calendarNext, "right", 1),
    h("button", { type: "button", class: "button quiet small", id: "calendar-today", onclick: () => go(currentDay(), true) }, app.words.calendarToday),
    chooser,
  );
}

function weekday(day, locale) {
  return h(
    "th",
    { role: "columnheader", scope: "col" },
    h("span", { "aria-hidden": "true" }, dateText(day, locale, { weekday: "short" })),
    h("span", { class: "sr-only" }, dateText(day, locale, { weekday: "long" })),
  );
}

function cell(app, entity, day, { current, month, records, add }) {
  const long = dateText(day, app.locale, { weekday: "long", day: "numeric", month: "long" });
  const classes = ["calendar-day", !day.startsWith(month) && "other", day === currentDay() && "today", records.length === 0 && "free"];
  return h(
    "td",
    {
      role: "gridcell",
      class: classes.filter(Boolean).join(" "),
      id: `day-${day}`,
      "data-day": day,
      tabindex: day === current ? "0" : "-1",
      "aria-current": day === currentDay() ? "date" : null,
    },
    h("span", { class: "calendar-number", "aria-hidden": "true" }, String(Number(day.slice(8)))),
    h("span", { class: "calendar-date" }, long),
    add && addButton(app, long, () => add(day)),
    records.length > 0 && h("ul", {}, records.map((record) => h("li", {}, recordLink(app, entity, record), badges(app, entity, record)))),
  );
}

/** Whether people enter the day of a record themselves, here. */
function entersDay(field, entity) {
  return !field.readOnly && !field.derived && !ownerField(entity);
}

/** The value with which a record of a day begins: a moment is at nine in the morning. */
function presetOf(field, day) {
  return field.type === "date" ? day : new Date(`${day}T09:00`).toISOString();
}

/** Enter on the day does the same, so the Tab key skips the button. */
function addButton(app, day, run) {
  return h(
    "button",
    { type: "button", class: "calendar-add", tabindex: "-1", "aria-label": fill(app.words.calendarAdd, { day }), onclick: run },
    icon("plus"),
  );
}

/** The language of the app as the person's device has it: the week starts differently in en-US and en-GB. */
function regionOf(locale) {
  return globalThis.navigator?.languages?.find((each) => /^[a-z]{2}-[A-Z]{2}$/.test(each) && each.startsWith(locale)) ?? locale;
}

function monthText(month, locale) {
  return dateText(`${month}-01`, locale, { month: "long", year: "numeric" });
}

function dateText(day, locale, options) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
