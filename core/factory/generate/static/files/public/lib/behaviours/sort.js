import { selectControl } from "../control.js";
import { comparing, fieldOf, fieldsOf } from "../entity.js";
import { fill } from "../words.js";

/** A list above the records of an entity from which people choose by which of `fields` they are ordered. */
export function sort({ entity, fields }) {
  const id = `order-${entity}`;
  return {
    kind: "sort",
    entity,
    controls: (app, state) => [control(app, state, id, fieldsOf(app.entities.get(entity), fields))],
    select: (records, app, state) => {
      const [field, direction] = (state.order ?? "").split(":");
      if (!field) return records;
      return [...records].sort(comparing(app, fieldOf(app.entities.get(entity), field), direction === "down"));
    },
  };
}

function control(app, state, id, fields) {
  const options = fields.flatMap((field) => [
    [`${field.id}:up`, fill(app.words.sortAscending, { field: field.name })],
    [`${field.id}:down`, fill(app.words.sortDescending, { field: field.name })],
  ]);
  return selectControl({
    id,
    label: app.words.sortLabel,
    options: [["", app.words.sortUsual], ...options],
    chosen: state.order ?? "",
    choose: (order) => state.set({ order }),
  });
}
