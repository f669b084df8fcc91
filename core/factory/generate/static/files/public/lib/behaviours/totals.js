import { h } from "../dom.js";
import { fieldsOf } from "../entity.js";
import { numberText } from "../number-text.js";
import { sum } from "../statistics.js";
import { fill } from "../words.js";

/** The sums of `fields` over the records that a view shows, below them. */
export function totals({ entity, fields }) {
  return {
    kind: "totals",
    entity,
    summary: (records, app) =>
      h(
        "dl",
        { class: "totals" },
        fieldsOf(app.entities.get(entity), fields).map((field) => {
          const total = sum(records.map((record) => record[field.id]).filter(Number.isFinite));
          return h("div", {}, h("dt", {}, fill(app.words.totalsOf, { field: field.name })), h("dd", {}, numberText(field, total, app)));
        }),
      ),
  };
}
