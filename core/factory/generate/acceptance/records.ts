import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { MAX_STEPS } from "#core/factory/acceptance.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { inSentence, translate } from "#core/factory/generate/words/words.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { FormSteps } from "./form-steps.ts";
import { formSteps, isCreatable } from "./forms.ts";
import type { Promised } from "./promised.ts";
import { button, click, reload, see, seeIn } from "./steps.ts";

/** What is promised of the records of an app: in detail of the first entity, in one acceptance of each other one. */
export function ofRecords(specification: Specification): Promised[] {
  const creatable = specification.entities.filter((entity) => isCreatable(entity, specification));
  const owned = creatable.filter((entity) => isOwned(entity));
  const [first, ...others] = creatable.filter((entity) => !isOwned(entity));
  return [
    ...(first ? ofFirst(first, specification) : []),
    ...others.map((entity) => ofOther(entity, specification)),
    ...owned.map((entity) => ofOwned(entity, specification)),
  ];
}

/** A link with the name of a record, on a list or on the page of the record to which it belongs. */
const seeLink = (name: string) => seeIn(".record-link", name);

export const partOf = ({ id }: Pick<Entity, "id">): string => `entities.${id}`;

export const isOwned = ({ fields }: Entity): boolean => fields.some(({ reference }) => reference?.owned);

function ofFirst(entity: Entity, specification: Specification): Promised[] {
  const { locale } = specification;
  const form = formSteps(entity, specification);
  const begin = [...form.start(), ...form.create(0), ...form.open(0)];
  const changed = change(entity, form, specification);
  const promised = (key: string, steps: readonly AcceptanceStep[]): Promised => ({
    part: partOf(entity),
    acceptance: { name: planText(key, locale, { name: entity.name }), steps: [...steps] },
  });
  return [
    promised("added", [
      ...form.start(),
      ...form.create(0, { also: fillable(entity, specification) }),
      reload,
      seeLink(form.named(0)),
    ]),
    ...(changed ? [promised("changed", [...begin, ...changed])] : []),
    promised("undone", [...begin, ...undo(0, entity, form, specification)]),
  ];
}

/** Added, changed, deleted and restored in turn. */
function ofOther(entity: Entity, specification: Specification): Promised {
  const form = formSteps(entity, specification);
  const changed = change(entity, form, specification);
  const steps = [
    ...form.start(),
    ...form.create(0),
    ...form.open(0),
    ...(changed ?? []),
    ...undo(changed ? 1 : 0, entity, form, specification),
  ];
  const name = planText("handled", specification.locale, { name: entity.name });
  return { part: partOf(entity), acceptance: { name, steps } };
}

/** Records that belong to another are added on its page. */
function ofOwned(entity: Entity, specification: Specification): Promised {
  const { entities, locale } = specification;
  const form = formSteps(entity, specification);
  const id = entity.fields.find(({ reference }) => reference?.owned)?.reference?.entity;
  const owner = entities.find((each) => each.id === id)?.name ?? id ?? "";
  const steps = [...form.start(), ...form.create(0), reload, seeLink(form.named(0))];
  return {
    part: partOf(entity),
    acceptance: { name: planText("addedTo", locale, { name: entity.name, owner }), steps },
  };
}

/** Gives the record whose page is open the name of another example; undefined if people do not enter its name. */
function change(
  { display }: Entity,
  form: FormSteps,
  { locale }: Specification,
): AcceptanceStep[] | undefined {
  const changed = form.example(display, 1);
  if (!changed || changed.steps.length === 0) return undefined;
  return [
    click(button(translate("edit", locale))),
    ...changed.steps,
    ...form.save(form.named(1)),
    reload,
    seeIn("h1", form.named(1)),
  ];
}

/** Deletes the `n`-th record, whose page is open, and restores it. */
function undo(n: number, entity: Entity, form: FormSteps, specification: Specification): AcceptanceStep[] {
  const { locale } = specification;
  return [
    click(button(translate("delete", locale))),
    ...(showsEmpty(entity, specification)
      ? [see(translate("empty", locale, { plural: inSentence(entity.plural, locale) }))]
      : []),
    click(button(translate("undo", locale))),
    see(translate("undone", locale)),
    ...form.list(),
    ...form.open(n),
    click(button(translate("edit", locale))),
  ];
}

/** Views that look the same with and without records, such as the days of a calendar. */
const FRAMES: ReadonlySet<View["kind"]> = new Set(["board", "calendar", "stats"]);

/** Whether the view that a deleted record leads back to, the first that is no sheet, says that there are no records. */
function showsEmpty({ id }: Entity, { views }: Specification): boolean {
  const shown = views.filter(({ entity, kind }) => entity === id && kind !== "detail");
  const first = shown.find(({ kind }) => kind !== "print") ?? shown[0];
  return first !== undefined && !FRAMES.has(first.kind);
}

/** The fields that a browser can fill in, as many as fit into so many steps. */
export function fillable(entity: Entity, specification: Specification, most: number = MAX_STEPS): string[] {
  const form = formSteps(entity, specification);
  let steps = form.start().length + form.create(0).length + 4;
  return entity.fields.flatMap(({ id, reference }) => {
    const count = reference ? 0 : (form.example(id, 0)?.steps.length ?? 0);
    if (count === 0 || steps + count > most) return [];
    steps += count;
    return [id];
  });
}
