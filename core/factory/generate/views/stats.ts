import { type Entries, merged } from "#core/factory/generate/acceptance/candidates.ts";
import { entriesWhere } from "#core/factory/generate/acceptance/entries-where.ts";
import { shownNumber } from "#core/factory/generate/acceptance/shown-number.ts";
import { openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { conditionCode } from "#core/factory/generate/emit/condition.ts";
import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type StatsView = Extract<View, { kind: "stats" }>;
type Tile = StatsView["tiles"][number];

export const STATS: ViewModule<StatsView> = {
  kind: "stats",
  factory: "statsView",
  options: (view, specification) => {
    const entity = entityOf(view, specification);
    return {
      tiles: view.tiles.map(({ name, op, field, filter }) => ({
        name,
        op,
        field,
        filter: filter && conditionCode(filter, entity),
      })),
    };
  },
  promise: (view, specification) =>
    knownTile(view, { specification, entity: entityOf(view, specification) })
      ? planText("statsView", specification.locale, { name: view.name })
      : null,
  steps: (view, { path, form, entity, specification }) => {
    const known = knownTile(view, { specification, entity });
    if (!known) return [];
    const { at, entries, text } = known;
    return [
      ...form.start(),
      ...form.create(0, { also: [...entries.keys()], entries }),
      openPath(path),
      seeIn(`.tile:nth-child(${at + 1}) dd`, text),
    ];
  },
};

const entityOf = (view: StatsView, { entities }: Specification): Entity =>
  entities.find(({ id }) => id === view.entity) as Entity;

/** The first tile whose number is known for a record, what to enter in that record, and the number. */
function knownTile({ tiles }: StatsView, place: FieldPlace) {
  for (const [at, tile] of tiles.entries()) {
    const known = knownNumber(tile, place);
    if (known) return { at, ...known };
  }
  return null;
}

function knownNumber({ op, field: id, filter }: Tile, place: FieldPlace) {
  const passing: Entries | null = filter ? entriesWhere(filter, place) : new Map();
  if (op === "count") return passing && { entries: passing, text: "1" };
  const field = place.entity.fields.find((each) => each.id === id);
  const number = field && shownNumber(field, place);
  const entries = passing && number ? merged(passing, number.entries) : null;
  return entries && number ? { entries, text: number.text } : null;
}
