import { fieldOf } from "../entity.js";
import { fill } from "../words.js";

/** Permits only the given moves of the choice `field`; `moves` is a list of `[from, to]`. A new record may have any. */
export function statusFlow({ entity, field, moves }) {
  return {
    kind: "status_flow",
    entity,
    beforeSave: (record, previous, app) => {
      const [from, to] = [previous?.[field] ?? null, record[field] ?? null];
      if (from === null || from === to || moves.some(([one, other]) => one === from && other === to)) return null;
      const choice = fieldOf(app.entities.get(entity), field);
      return fill(app.words.statusFlowRefused, { field: choice.name, from: choice.format(from, app), to: choice.format(to, app) || "–" });
    },
  };
}
