import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { kebabCase } from "#core/factory/generate/print/case.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Field } from "#core/factory/specification/field.ts";
import { listingOf } from "#core/factory/specification/listing.ts";
import type { Entity, Locale, Specification } from "#core/factory/specification/specification.ts";
import type { Entry, FormSteps } from "./form-steps.ts";

/** The path that opens a view in a browser. */
export const pathOfView = ({ id }: { readonly id: string }): string => `/#/${kebabCase(id)}`;

/** Whether steps in a browser can create a record of the entity. */
export function isCreatable(
  entity: Entity,
  specification: Specification,
  seen: readonly string[] = [],
): boolean {
  if (seen.includes(entity.id)) return false;
  const owner = ownerOf(entity, specification);
  if (!owner && !viewOf(entity, specification)) return false;
  if (owner && !isCreatable(owner, specification, [...seen, entity.id])) return false;
  return neededFields(entity).every((field) => {
    if (field.type === "auto_number" || field.type === "created_at" || field.type === "computed") return true;
    const target = targetOf(field, specification);
    if (!target) return (exampleOf(field, 0, entity, specification)?.steps.length ?? 0) > 0;
    return target === owner || isCreatable(target, specification, [...seen, entity.id]);
  });
}

/** The steps of an entity's form; the controls are found by their identifiers, because names may contain each other. */
export function formSteps(entity: Entity, specification: Specification): FormSteps {
  const { locale } = specification;
  const owner = ownerOf(entity, specification);
  const steps: FormSteps = {
    start: () => [
      { do: "open", path: "/" },
      ...targetsOf(entity, specification).flatMap((target) => created(target, specification)),
      ...(owner ? formSteps(owner, specification).open(0) : steps.list()),
    ],
    list: () => openFirst(entity, specification),
    create: (n, { also = [], entries = new Map() } = {}) => {
      const fields = entity.fields.filter(
        (field) => neededFields(entity).includes(field) || also.includes(field.id),
      );
      return [
        { do: "click", target: addButton(entity, owner, locale) },
        ...fields.flatMap(
          (field) => (entries.get(field.id) ?? entryOf(field, n, entity, specification))?.steps ?? [],
        ),
        ...steps.save(entries.get(entity.display)?.shown ?? steps.named(n)),
      ];
    },
    named: (n) => nameOf(entity, n, specification),
    open: (n) => [{ do: "click", target: { role: "link", name: steps.named(n) } }],
    example: (id, n) => {
      const field = entity.fields.find((each) => each.id === id) as Field;
      return exampleOf(field, n, entity, specification);
    },
    control,
    save: (shown) => [
      { do: "click", target: { css: 'dialog[open] [type="submit"]' } },
      // What follows may leave the page, which it must not do before the record is kept; an open form shows names as well.
      { do: "see", text: shown, target: { css: "body:not(:has(dialog[open])) :is(h1, .record-link)" } },
    ],
  };
  return steps;
}

/** The button that opens the form of a new record; on the page of its owner, that of the field by which it belongs to it. */
function addButton({ id, name, fields }: Entity, owner: Entity | undefined, locale: Locale): Target {
  if (!owner) return { role: "button", name: translate("newRecord", locale, { name }) };
  const references = fields.filter(({ reference }) => reference?.entity === owner.id);
  const field = references.find(({ reference }) => reference?.owned);
  if (!field || references.length === 1)
    return { role: "button", name: translate("addRecord", locale, { name }) };
  return { css: `#add-related-${id}-${field.id}` };
}

/** The control of a field in a form. */
export const control = ({ id }: Pick<Field, "id">): Target => ({ css: `#field-${id}` });

/** The fields without which a record cannot be saved or named. */
function neededFields(entity: Entity): Field[] {
  return entity.fields.filter(
    ({ id, required, reference }) => (required || id === entity.display) && !reference?.owned,
  );
}

function ownerOf(entity: Entity, specification: Specification): Entity | undefined {
  const field = entity.fields.find(({ reference }) => reference?.owned);
  return field && targetOf(field, specification);
}

function targetOf({ reference }: Field, { entities }: Specification): Entity | undefined {
  return reference && entities.find(({ id }) => id === reference.entity);
}

/** The entities of which a record must exist before one of this entity can be created. */
function targetsOf(entity: Entity, specification: Specification): Entity[] {
  const needed = neededFields(entity).map((field) => targetOf(field, specification));
  return [...new Set([...needed, ownerOf(entity, specification)].filter((each) => each !== undefined))];
}

/** Creates the first example of an entity, and what it needs itself. */
function created(entity: Entity, specification: Specification): AcceptanceStep[] {
  const form = formSteps(entity, specification);
  return [...form.start().slice(1), ...form.create(0)];
}

/** The view that shows all records of an entity, or any other than that of one record. */
const viewOf = (entity: Entity, specification: Specification) =>
  listingOf(specification, entity.id) ??
  specification.views.find((view) => view.entity === entity.id && view.kind !== "detail");

function openFirst(entity: Entity, specification: Specification): AcceptanceStep[] {
  const view = viewOf(entity, specification);
  return view ? [{ do: "open", path: pathOfView(view) }] : [];
}

function entryOf(field: Field, n: number, entity: Entity, specification: Specification): Entry | null {
  const target = targetOf(field, specification);
  if (!target) return exampleOf(field, n, entity, specification);
  const name = nameOf(target, 0, specification);
  const step: AcceptanceStep = field.reference?.many
    ? { do: "check", target: { label: name } }
    : { do: "select", target: control(field), value: name };
  return { steps: [step], shown: name };
}

function exampleOf(field: Field, n: number, entity: Entity, specification: Specification): Entry | null {
  const example = fieldModule(field.type).example(field, n, { specification, entity });
  return example && { steps: example.steps(control(field)), shown: example.shown };
}

function nameOf(entity: Entity, n: number, specification: Specification): string {
  const field = entity.fields.find(({ id }) => id === entity.display) as Field;
  const target = targetOf(field, specification);
  if (target) return nameOf(target, 0, specification);
  if (field.type === "auto_number") return String(n + 1);
  return exampleOf(field, n, entity, specification)?.shown ?? entity.name;
}
