import type { Custom } from "./custom.ts";
import type { Entity } from "./specification.ts";
import type { View } from "./view.ts";

/** Why a page that is written by hand has no place in the app, as sentences that name it. */
export function customFaults(
  { id, entity }: Custom,
  entities: readonly Entity[],
  views: readonly View[],
): string[] {
  return [
    ...(entities.some((each) => each.id === entity) ? [] : [`custom.${id}: '${entity}' is not an entity.`]),
    ...(views.some((view) => view.id === id) ? [`custom.${id}: a view has this identifier.`] : []),
  ];
}
