import { currentDay, dayOf } from "../calculate.js";
import { h } from "../dom.js";
import { fieldOf } from "../entity.js";
import { numberText } from "../number-text.js";
import { readSetting, writeSetting } from "../settings.js";
import { sum } from "../statistics.js";
import { fill } from "../words.js";

/** The total of `field` of the records whose `date` is in this month, beside an amount that people set for a month. */
export function budget({ entity, field: id, date }) {
  const setting = `budget.${entity}`;
  return {
    kind: "budget",
    entity,
    summary: (_records, app) => {
      const field = fieldOf(app.entities.get(entity), id);
      const spent = totalOf(app.records.all(entity), { field: id, date, month: currentDay().slice(0, 7) });
      const input = h("input", { class: "input", id: `budget-${entity}`, type: "text", inputMode: "decimal", autocomplete: "off" });
      input.value = readSetting(app.database, setting) ?? "";
      const state = h("div", { class: "budget-state", role: "status" });
      const draw = () => state.replaceChildren(...stateOf(app, field, spent, field.fromText(input.value, app)));
      input.addEventListener("input", () => {
        writeSetting(app.database, setting, input.value);
        draw();
      });
      draw();
      return h(
        "section",
        { class: "budget" },
        h("p", { class: "budget-total" }, fill(app.words.budgetMonth, { month: monthName(app) }), " ", h("strong", {}, numberText(field, spent, app))),
        h("label", { htmlFor: input.id }, app.words.budgetLabel),
        input,
        state,
      );
    },
  };
}

/** The sum of the numbers in `field` of the records of a month (`2026-05`), without archived ones. */
export function totalOf(records, { field, date, month }) {
  const counted = records.filter((record) => !record.archived && dayOf(record[date])?.startsWith(month));
  return sum(counted.map((record) => record[field]).filter(Number.isFinite));
}

/** How the month stands; how to set a budget if there is none. */
function stateOf(app, field, spent, limit) {
  if (!(limit > 0)) return [app.words.budgetHint];
  const amount = numberText(field, Math.abs(limit - spent), app);
  const over = spent > limit;
  return [
    h("progress", { class: over ? "over" : "", max: limit, value: Math.min(spent, limit), "aria-label": app.words.budgetLabel }),
    h("span", { class: over ? "badge danger" : "badge good" }, fill(over ? app.words.budgetOver : app.words.budgetLeft, { amount })),
  ];
}

function monthName({ locale }) {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(new Date());
}
