import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { openPath, reload } from "#core/factory/generate/acceptance/steps.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import { listingOf } from "#core/factory/specification/listing.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";

/** The entity of a behaviour. */
export function entityOf({ entities }: Specification, id: string): Entity {
  return entities.find((each) => each.id === id) as Entity;
}

export function fieldOf(specification: Specification, entity: string, field: string): Field {
  return entityOf(specification, entity).fields.find(({ id }) => id === field) as Field;
}

/** The names of records in English sentences: `plants`. */
export function plural(specification: Specification, entity: string): string {
  return entityOf(specification, entity).plural;
}

/** The first record of a list. */
export const FIRST = "[data-record]:first-child";

/** Whether there is a view on which the effects of a behaviour can be seen. */
export function isListed(specification: Specification, entity: string): boolean {
  return listingOf(specification, entity) !== undefined;
}

/** Whether the badges of records can be seen: on a view, or on the page of the record to which they belong. */
export function isShown(specification: Specification, entity: string): boolean {
  const { fields } = entityOf(specification, entity);
  return isListed(specification, entity) || fields.some(({ reference }) => reference?.owned);
}

/** Opens the view that lists the records of an entity, without the messages of earlier steps. */
export function openList(specification: Specification, entity: string): AcceptanceStep[] {
  const view = listingOf(specification, entity);
  return view ? [openPath(`/#/${view.id.replaceAll("_", "-")}`), reload] : [reload];
}

/** The condition under which the records of an entity are finished, as its due dates say. */
export function doneOf({ behaviours }: Specification, entity: string) {
  const due = behaviours.find(
    (each): each is Extract<Behaviour, { kind: "due" }> => each.kind === "due" && each.entity === entity,
  );
  return due?.done;
}
