import type { Specification } from "./specification.ts";
import type { View } from "./view.ts";

/** The kinds of views that show every record with its name and its actions, in the order in which they are preferred. */
const LISTING: readonly View["kind"][] = ["list", "table", "gallery", "board"];

/** The view that shows all records of an entity; undefined if there is none without a filter. */
export function listingOf({ views }: Pick<Specification, "views">, entity: string): View | undefined {
  return LISTING.map((kind) =>
    views.find((view) => view.kind === kind && view.entity === entity && !view.filter),
  ).find((view) => view !== undefined);
}

/**
 * The entities whose records could be added but not found again, as sentences. A record that belongs to another is on the
 * page of that one.
 */
export function listingFaults({ entities, views }: Pick<Specification, "entities" | "views">): string[] {
  return entities
    .filter(({ id }) => views.some(({ entity }) => entity === id))
    .filter(({ fields }) => !fields.some(({ reference }) => reference?.owned))
    .filter(({ id }) => !listingOf({ views }, id))
    .map(
      ({ id }) =>
        `views: no view shows all records of '${id}': add a list, table, gallery or board without a filter.`,
    );
}
