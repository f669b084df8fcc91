import { collectionPage } from "../collection.js";
import { h } from "../dom.js";
import { fieldOf } from "../entity.js";
import { numberText } from "../number-text.js";
import { aggregate } from "../statistics.js";

/** Numbers about the records of an entity: each of `tiles` is `{ name, op, field, filter }`. */
export function statsView(app, { id, name, entity, tiles, sort, filter }) {
  const draw = (records) =>
    h(
      "dl",
      { class: "tiles" },
      tiles.map((tile) => h("div", { class: "tile card" }, h("dt", {}, tile.name), h("dd", {}, tileText(app, entity, tile, records)))),
    );
  return { id, name, path: `/${id}`, icon: "chart", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "stats", frame: true }, draw) };
}

/** What a tile says of records: a number as its field writes it, or a dash where there is nothing to compute. */
export function tileText(app, entity, { op, field: id, filter }, records) {
  const counted = filter ? records.filter((record) => filter(record, app)) : records;
  const field = id && fieldOf(entity, id);
  const number = aggregate(op, field ? counted.map((record) => record[field.id]) : counted);
  if (number === null) return "–";
  return field ? numberText(field, number, app) : new Intl.NumberFormat(app.locale).format(number);
}
