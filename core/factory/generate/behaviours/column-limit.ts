import { pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import { openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, fieldOf, plural } from "./places.ts";

type ColumnLimit = Extract<Behaviour, { kind: "column_limit" }>;

/** The board with the columns that have the limit. */
function boardOf({ views }: Specification, { entity, field }: ColumnLimit) {
  return views.find((view) => view.kind === "board" && view.entity === entity && view.group === field);
}

export const COLUMN_LIMIT: BehaviourModule<ColumnLimit> = {
  kind: "column_limit",
  factory: "columnLimit",
  options: ({ field, options, max }) => ({ field, options, max }),
  title: ({ entity, max }, specification) =>
    planText("titleColumnLimit", specification.locale, { max, plural: plural(specification, entity) }),
  promise: (behaviour, specification) => {
    const board = boardOf(specification, behaviour);
    return board && !board.filter
      ? planText("columnLimit", specification.locale, { name: board.name })
      : null;
  },
  steps: (behaviour, { specification, form }) => {
    const { entity, field: id, options, max } = behaviour;
    const field = fieldOf(specification, entity, id);
    const at = (field.options ?? []).findIndex((option) => option.id === options[0]);
    const board = boardOf(specification, behaviour);
    const steps = form(entity);
    const example = fieldModule(field.type).example(field, at, {
      specification,
      entity: entityOf(specification, entity),
    });
    if (!board || !example) return [];
    const entry = { steps: example.steps(steps.control(field)), shown: example.shown };
    return [
      ...steps.start(),
      ...steps.create(0, { also: [id], entries: new Map([[id, entry]]) }),
      openPath(pathOfView(board)),
      seeIn(`[data-column="${options[0]}"]`, `1 / ${max}`),
    ];
  },
};
