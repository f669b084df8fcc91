import { collectionPage } from "../collection.js";
import { h } from "../dom.js";
import { fieldsOf } from "../entity.js";
import { isEmpty } from "../field.js";
import { actions, badges, cellOf, facts, pickers, recordLink } from "../record-parts.js";

/**
 * The records of an entity as a list: the picture and the name of each, the fields that are not empty, and what can be
 * done with it. While no record has a picture, there is no place for one.
 */
export function listView(app, { id, name, entity, fields, sort, filter }) {
  const others = fieldsOf(entity, fields).filter((field) => field.id !== entity.display);
  const picture = others.find(({ type }) => type === "image");
  const shown = others.filter((field) => field !== picture);
  const row = (record, pictured) =>
    h(
      "li",
      { class: "record-row", "data-record": record.id },
      pickers(app, entity, record),
      pictured ? h("div", { class: "record-picture" }, pictureOf(app, picture, record)) : null,
      h(
        "div",
        { class: "record-main" },
        h("div", { class: "record-name" }, recordLink(app, entity, record), h("div", { class: "badges" }, badges(app, entity, record))),
        facts(app, shown, record),
      ),
      actions(app, entity, record),
    );
  const draw = (records) => {
    const pictured = picture !== undefined && records.some((record) => !isEmpty(record[picture.id]));
    return h("ul", { class: "card records" }, records.map((record) => row(record, pictured)));
  };
  return { id, name, path: `/${id}`, icon: "list", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "list" }, draw) };
}

/** The picture without a text of its own: the name of the record stands beside it. */
function pictureOf(app, field, record) {
  const shown = cellOf(app, field, record);
  if (shown) shown.alt = "";
  return shown;
}
