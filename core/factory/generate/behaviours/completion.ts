import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { check, reload, see, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { fieldOf, isListed, openList, plural } from "./places.ts";

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

/** Whether a new record is open, and nothing refuses to complete it. */
function canComplete(behaviour: Completion, specification: Specification): boolean {
  const { entity, field: id } = behaviour;
  const { required, options, default: initial } = fieldOf(specification, entity, id);
  const begins = initial ?? (required ? (options?.[0]?.id ?? false) : null);
  const refused = specification.behaviours.some(
    (each) => each.kind === "status_flow" && each.entity === entity && each.field === id,
  );
  return !refused && !valuesOf(behaviour, specification).done.some((value) => value === begins);
}

export const COMPLETION: BehaviourModule<Completion> = {
  kind: "completion",
  factory: "completion",
  options: (behaviour, specification) => ({ field: behaviour.field, ...valuesOf(behaviour, specification) }),
  title: ({ entity }, specification) =>
    planText("titleCompletion", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    isListed(specification, behaviour.entity) && canComplete(behaviour, specification)
      ? planText("completion", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: ({ entity }, { specification, form }) => {
    const { locale } = specification;
    const steps = form(entity);
    const name = steps.named(0);
    const show = (value: string): AcceptanceStep => ({
      do: "select",
      target: { css: `#completion-${entity}` },
      value,
    });
    return [
      ...steps.start(),
      ...steps.create(0),
      ...openList(specification, entity),
      check(translate("completionMark", locale, { name })),
      see(translate("completionDone", locale, { name })),
      reload,
      show("open"),
      see(translate("noMatch", locale)),
      show("done"),
      seeIn("[data-record]:first-child", name),
    ];
  },
};
