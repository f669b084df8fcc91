import { addDays, currentDay, dayOf } from "../calculate.js";
import { selectControl } from "../control.js";
import { fieldsOf } from "../entity.js";
import { isEmpty } from "../field.js";

/** Lists above the records of an entity that narrow them by the values of `fields`. */
export function filter({ entity, fields }) {
  const key = (field) => `filter-${field.id}`;
  return {
    kind: "filter",
    entity,
    controls: (app, state) => {
      const records = app.records.all(entity);
      return fieldsOf(app.entities.get(entity), fields).map((field) => control(app, state, `${entity}-${key(field)}`, key(field), field, records));
    },
    select: (records, app, state) =>
      fieldsOf(app.entities.get(entity), fields).reduce((kept, field) => {
        const wanted = state[key(field)] ?? "";
        if (wanted === "") return kept;
        const { accepts } = choicesOf(field, app, kept);
        return kept.filter((record) => accepts(wanted, record[field.id]));
      }, records),
  };
}

function control(app, state, id, key, field, records) {
  const { options } = choicesOf(field, app, records);
  return selectControl({
    id,
    label: field.name,
    options: [["", app.words.filterAll], ...options, ...(field.required || field.type === "boolean" ? [] : [["-", app.words.filterNone]])],
    chosen: state[key] ?? "",
    choose: (value) => state.set({ [key]: value }),
  });
}

/** What can be chosen for a field, as `[value, text]`, and whether a choice accepts a value. */
export function choicesOf(field, app, records) {
  const type = field.result ?? field.type;
  const kind = KINDS[type] ?? distinct;
  const { options, accepts } = kind(field, app, records);
  return { options, accepts: (wanted, value) => (wanted === "-" ? isEmpty(value) : !(isEmpty(value) && type !== "boolean") && accepts(wanted, value)) };
}

const ofOptions = (field) => ({
  options: field.options.map(({ id, name }) => [id, name]),
  accepts: (wanted, value) => [value].flat().includes(wanted),
});

const ofDays = (_field, app) => ({
  options: [
    ["past", app.words.filterPast],
    ["today", app.words.filterToday],
    ["week", app.words.filterWeek],
    ["later", app.words.filterLater],
  ],
  accepts: (wanted, value) => dayRange(dayOf(value), currentDay()) === wanted,
});

const KINDS = {
  choice: ofOptions,
  choices: ofOptions,
  boolean: (_field, app) => ({
    options: [
      ["yes", app.words.filterYes],
      ["no", app.words.filterNo],
    ],
    accepts: (wanted, value) => (value === true) === (wanted === "yes"),
  }),
  date: ofDays,
  date_time: ofDays,
  created_at: ofDays,
};

/** Where a day lies: "past", "today", "week" for the seven days that follow, or "later". */
export function dayRange(day, now) {
  if (day < now) return "past";
  if (day === now) return "today";
  return day <= addDays(now, 7) ? "week" : "later";
}

/** The values that occur, by their texts; each item of a list by itself. */
function distinct(field, app, records) {
  const single = (value) => [value].flat().filter((each) => !isEmpty(each));
  const text = (value) => field.format(Array.isArray(field.empty) ? [value] : value, app);
  const found = new Set(records.flatMap((record) => single(record[field.id]).map(text)));
  return {
    options: [...found].sort((a, b) => a.localeCompare(b, app.locale, { numeric: true })).map((each) => [`=${each}`, each]),
    accepts: (wanted, value) => single(value).some((each) => `=${text(each)}` === wanted),
  };
}
