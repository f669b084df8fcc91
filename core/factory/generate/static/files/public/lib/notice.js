import { h } from "./dom.js";
import { recordLink } from "./record-parts.js";
import { fill } from "./words.js";

const SHOWN = 5;

/** A notice at the top of a page: a heading, and links to the first of the records it is about. */
export function reminderNotice(app, entityId, heading, records, detail = () => "") {
  const entity = app.entities.get(entityId);
  const rest = records.length - SHOWN;
  return h(
    "section",
    { class: "notice reminder", "aria-label": heading },
    h("strong", {}, heading),
    h(
      "ul",
      {},
      records.slice(0, SHOWN).map((record) => h("li", {}, recordLink(app, entity, record), " ", detail(record))),
      rest > 0 && h("li", {}, fill(app.words.noticeMore, { count: rest })),
    ),
  );
}
