import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Entry, FormSteps } from "#core/factory/generate/acceptance/form-steps.ts";
import { formSteps } from "#core/factory/generate/acceptance/forms.ts";
import { check, reload, see, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, fieldOf, isListed, openList, plural } from "./places.ts";

type Completion = Extract<Behaviour, { kind: "completion" }>;

/** The values that say that a record is done, and the one that it gets when it is opened again. */
function valuesOf({ entity, field: id }: Completion, specification: Specification) {
  const { options } = fieldOf(specification, entity, id);
  if (!options) return { done: [true], open: false };
  return {
    done: options.filter(({ done }) => done).map((option) => option.id),
    open: options.find(({ done }) => !done)?.id ?? null,
  };
}

/** What to enter so that a record is open, and nothing refuses to complete it; null if nothing can be completed. */
function openEntry(behaviour: Completion, specification: Specification, form: FormSteps): Entry | null {
  const { entity, field: id } = behaviour;
  const { options } = fieldOf(specification, entity, id);
  const { done } = valuesOf(behaviour, specification);
  const values = options ? options.map((option) => option.id) : [true, false];
  const at = values.findIndex(
    (value) => !done.some((each) => each === value) && canMove(behaviour, value, done[0], specification),
  );
  return at < 0 ? null : form.example(id, at);
}

/** Whether the status flows of the field permit a move. */
const canMove = (
  { entity, field }: Completion,
  from: string | boolean,
  to: string | boolean | undefined,
  { behaviours }: Specification,
) =>
  behaviours.every(
    (each) =>
      each.kind !== "status_flow" ||
      each.entity !== entity ||
      each.field !== field ||
      each.moves.some((move) => move.from === from && move.to === to),
  );

export const COMPLETION: BehaviourModule<Completion> = {
  kind: "completion",
  factory: "completion",
  options: (behaviour, specification) => ({ field: behaviour.field, ...valuesOf(behaviour, specification) }),
  title: ({ entity }, specification) =>
    planText("titleCompletion", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    isListed(specification, behaviour.entity) &&
    openEntry(behaviour, specification, formSteps(entityOf(specification, behaviour.entity), specification))
      ? planText("completion", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, { specification, form }) => {
    const { locale } = specification;
    const { entity, field } = behaviour;
    const steps = form(entity);
    const open = openEntry(behaviour, specification, steps);
    if (!open) return [];
    const name = steps.named(0);
    const show = (value: string): AcceptanceStep => ({
      do: "select",
      target: { css: `#completion-${entity}` },
      value,
    });
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field], entries: new Map([[field, open]]) }),
      ...openList(specification, entity),
      check(translate("completionMark", locale, { name })),
      see(translate("completionDone", locale, { name })),
      reload,
      show("open"),
      seeIn(".count", translate("countOf", locale, { count: 1, shown: 0 })),
      show("done"),
      seeIn("[data-record]:first-child", name),
    ];
  },
};
