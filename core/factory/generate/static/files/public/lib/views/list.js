import { collectionPage } from "../collection.js";
import { h } from "../dom.js";
import { fieldsOf } from "../entity.js";
import { actions, badges, facts, pickers, recordLink } from "../record-parts.js";

/** The records of an entity as a list: the name of each, the fields that are not empty, and what can be done with it. */
export function listView(app, { id, name, entity, fields, sort, filter }) {
  const shown = fieldsOf(entity, fields).filter((field) => field.id !== entity.display);
  const row = (record) =>
    h(
      "li",
      { class: "record-row", "data-record": record.id },
      pickers(app, entity, record),
      h(
        "div",
        { class: "record-main" },
        h("div", { class: "record-name" }, recordLink(app, entity, record), h("div", { class: "badges" }, badges(app, entity, record))),
        facts(app, shown, record),
      ),
      actions(app, entity, record),
    );
  const draw = (records) => h("ul", { class: "card records" }, records.map(row));
  return { id, name, path: `/${id}`, icon: "list", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "list" }, draw) };
}
