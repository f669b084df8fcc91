import { openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { conditionCode } from "#core/factory/generate/emit/condition.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Entity } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

export const STATS: ViewModule<Extract<View, { kind: "stats" }>> = {
  kind: "stats",
  factory: "statsView",
  options: (view, specification) => {
    const entity = specification.entities.find(({ id }) => id === view.entity) as Entity;
    return {
      tiles: view.tiles.map(({ name, op, field, filter }) => ({
        name,
        op,
        field,
        filter: filter && conditionCode(filter, entity),
      })),
    };
  },
  promise: ({ name }, { locale }) => planText("statsView", locale, { name }),
  steps: (view, { path, form }) => {
    const counting = view.tiles.findIndex(({ op, filter }) => op === "count" && !filter);
    const counted = counting >= 0 && !view.filter;
    const [first] = view.tiles;
    return [
      ...form.start(),
      ...form.create(0),
      openPath(path),
      ...(counted
        ? [seeIn(`.tile:nth-child(${counting + 1}) dd`, "1")]
        : [seeIn(".tiles", first?.name ?? "")]),
    ];
  },
};
