import type { Field } from "./field.ts";
import { conditionFaults } from "./formula-faults.ts";
import type { Entity } from "./specification.ts";
import { DATES, NUMBERS, valueType } from "./value-type.ts";
import type { Tile, View } from "./view.ts";

/** Why a view has no meaning, as sentences that name it. */
export function viewFaults(view: View, entities: readonly Entity[]): string[] {
  const place = `views.${view.id}`;
  const entity = entities.find(({ id }) => id === view.entity);
  if (!entity) return [`${place}: '${view.entity}' is not an entity.`];
  return [
    ...usesOf(view).flatMap((use) => useFaults(use, entity, place)),
    ...(view.filter ? conditionFaults(view.filter, entity, place) : []),
    ...(view.filter && view.kind === "detail"
      ? [`${place}.filter: the page of one record shows any record, so that it has no filter.`]
      : []),
    ...(view.kind === "chart" ? chartFaults(view, place) : []),
    ...("tiles" in view ? view.tiles.flatMap((tile) => tileFaults(tile, entity, place)) : []),
  ];
}

function chartFaults({ op, measure, shape }: Extract<View, { kind: "chart" }>, place: string): string[] {
  if (op === undefined) return [];
  if (measure === undefined) return [`${place}.op: a chart that counts records has no ${op}: add a measure.`];
  return op === "average" && shape === "pie"
    ? [`${place}.op: averages are not parts of a whole: use a bar or a line instead of a pie.`]
    : [];
}

function tileFaults({ name, op, field, filter }: Tile, entity: Entity, place: string): string[] {
  const isCount = op === "count";
  return [
    ...(isCount === (field === undefined)
      ? []
      : [
          `${place}: the tile '${name}' ${isCount ? "counts records and takes no field" : `needs a field to ${op}`}.`,
        ]),
    ...(filter ? conditionFaults(filter, entity, place) : []),
  ];
}

interface Use {
  readonly id: string;
  /** The types that the view can use in this place; absent for any. */
  readonly types?: readonly Field["type"][];
}

/** The fields that a view uses. */
function usesOf(view: View): Use[] {
  const any = (ids: readonly string[]): Use[] => ids.map((id) => ({ id }));
  const common = [
    ...("fields" in view ? any(view.fields) : []),
    ...(view.sort ? any([view.sort.field]) : []),
  ];
  switch (view.kind) {
    case "table":
      return [...common, ...view.sums.map((id) => ({ id, types: NUMBERS }))];
    case "board":
      return [...common, { id: view.group, types: ["choice"] }];
    case "calendar":
      return [...common, { id: view.date, types: DATES }];
    case "gallery":
      return [...common, { id: view.image, types: ["image"] }];
    case "chart":
      return [
        ...common,
        { id: view.group, types: view.period ? DATES : ["choice", "boolean", "reference", ...DATES] },
        ...(view.measure ? [{ id: view.measure, types: NUMBERS }] : []),
      ];
    case "stats":
      return [
        ...common,
        ...view.tiles.flatMap(({ field }) => (field ? [{ id: field, types: NUMBERS }] : [])),
      ];
    default:
      return common;
  }
}

function useFaults({ id, types }: Use, entity: Entity, place: string): string[] {
  const field = entity.fields.find((each) => each.id === id);
  if (!field) return [`${place}: '${id}' is not a field of '${entity.id}'.`];
  if (types && !types.includes(valueType(field)))
    return [`${place}: a ${field.type} cannot be used as '${id}' here.`];
  return [];
}
