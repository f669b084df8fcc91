import { button, click, see } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { fieldOf, isListed, openList, plural } from "./places.ts";

type StatusFlow = Extract<Behaviour, { kind: "status_flow" }>;

/** A move between two options, by their places, that is not permitted. */
function refusedMove({ entity, field, moves }: StatusFlow, specification: Specification) {
  const options = fieldOf(specification, entity, field).options ?? [];
  const pairs = options.flatMap((from, at) => options.map((to, n) => ({ from, at, to, n })));
  return pairs.find(
    ({ from, to }) => from !== to && !moves.some((move) => move.from === from.id && move.to === to.id),
  );
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
    const begun = move && steps.example(field, move.at);
    const entered = move && steps.example(field, move.n);
    if (!begun || !entered) return [];
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field], entries: new Map([[field, begun]]) }),
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
