import { button, click, see } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { fieldOf, isListed, openList, plural } from "./places.ts";

type StatusFlow = Extract<Behaviour, { kind: "status_flow" }>;

/** The place in the options, and the option, of a move from the first option that is not permitted. */
function refusedMove({ entity, field, moves }: StatusFlow, specification: Specification) {
  const options = fieldOf(specification, entity, field).options ?? [];
  const [from] = options;
  const to = options.findIndex(
    ({ id }, index) => index > 0 && !moves.some((move) => move.from === from?.id && move.to === id),
  );
  const option = options[to];
  return from && option ? { from, to: option, n: to } : undefined;
}

export const STATUS_FLOW: BehaviourModule<StatusFlow> = {
  kind: "status_flow",
  factory: "statusFlow",
  options: ({ field, moves }) => ({ field, moves: moves.map(({ from, to }) => [from, to]) }),
  title: ({ entity, field }, specification) =>
    planText("titleStatusFlow", specification.locale, {
      field: fieldOf(specification, entity, field).name,
      plural: plural(specification, entity),
    }),
  promise: (behaviour, specification) =>
    refusedMove(behaviour, specification) && isListed(specification, behaviour.entity)
      ? planText("statusFlow", specification.locale, {
          field: fieldOf(specification, behaviour.entity, behaviour.field).name,
        })
      : null,
  steps: (behaviour, { specification, form }) => {
    const { entity, field } = behaviour;
    const { locale } = specification;
    const steps = form(entity);
    const move = refusedMove(behaviour, specification);
    const entered = move && steps.example(field, move.n);
    if (!entered) return [];
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field] }),
      ...openList(specification, entity),
      click(button(`${translate("edit", locale)}: ${steps.named(0)}`)),
      ...entered.steps,
      click(button(translate("save", locale))),
      see(
        translate("statusFlowRefused", locale, {
          field: fieldOf(specification, entity, field).name,
          from: move.from.name,
          to: move.to.name,
        }),
      ),
    ];
  },
};
