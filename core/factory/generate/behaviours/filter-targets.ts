import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Entries } from "#core/factory/generate/acceptance/candidates.ts";
import { control, formSteps, isCreatable } from "#core/factory/generate/acceptance/forms.ts";
import { check } from "#core/factory/generate/acceptance/steps.ts";
import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity } from "#core/factory/specification/specification.ts";

/** A record of an acceptance: what to enter in place of its example, and the option that shows it; null if not known. */
export interface Kept {
  readonly entries: Entries;
  readonly option: string | null;
}

/** Nothing in place of the example. */
export const EXAMPLE: Entries = new Map();

/** Records that refer to a record each; only one where it is the record to which they belong. */
export function ofReference(field: Field, place: FieldPlace): Kept[] {
  const target = targetOf(field, place);
  if (!target) return [];
  const { specification } = place;
  const { named } = formSteps(target, specification);
  if (field.reference?.owned) return [{ entries: EXAMPLE, option: `=${named(0)}` }];
  return [0, 1].map((n) => {
    const steps: AcceptanceStep[] = field.reference?.many
      ? [check(named(n))]
      : [{ do: "select", target: control(field), value: named(n) }];
    return { entries: new Map([[field.id, { steps, shown: null }]]), option: `=${named(n)}` };
  });
}

/** Creates the records that those of an entity refer to by a field, beside those that they have to refer to. */
export function createTargets(field: Field, place: FieldPlace): AcceptanceStep[] {
  const target = targetOf(field, place);
  if (!target || field.reference?.owned) return [];
  const form = formSteps(target, place.specification);
  const first = field.required ? form.list() : [...form.start().slice(1), ...form.create(0)];
  return [...first, ...form.create(1)];
}

/** The entity to whose records a field refers, if steps can create them and tell them apart. */
function targetOf({ reference }: Field, { specification, entity }: FieldPlace): Entity | undefined {
  const target = specification.entities.find(({ id }) => id === reference?.entity);
  if (!target || reference?.owned) return target;
  if (target.id === entity.id) return undefined;
  const { named } = formSteps(target, specification);
  const isOwned = target.fields.some((each) => each.reference?.owned);
  return isCreatable(target, specification) && !isOwned && named(0) !== named(1) ? target : undefined;
}
