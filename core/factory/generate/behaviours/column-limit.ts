import { entriesWhere } from "#core/factory/generate/acceptance/entries-where.ts";
import { pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import { openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, plural } from "./places.ts";

type ColumnLimit = Extract<Behaviour, { kind: "column_limit" }>;

/** A board that shows a limited column, the option of that column, and what to enter so that the board shows a record in it. */
function shownOn({ entity: id, field, options }: ColumnLimit, specification: Specification) {
  const entity = entityOf(specification, id);
  for (const board of specification.views) {
    if (board.kind !== "board" || board.entity !== id || board.group !== field) continue;
    for (const option of options) {
      const inColumn = { field, is: "equal", value: option } as const;
      const entries = entriesWhere([inColumn, ...(board.filter ?? [])], { specification, entity });
      if (entries) return { board, option, entries };
    }
  }
  return null;
}

export const COLUMN_LIMIT: BehaviourModule<ColumnLimit> = {
  kind: "column_limit",
  factory: "columnLimit",
  options: ({ field, options, max }) => ({ field, options, max }),
  title: ({ entity, max }, specification) =>
    planText("titleColumnLimit", specification.locale, { max, plural: plural(specification, entity) }),
  promise: (behaviour, specification) => {
    const shown = shownOn(behaviour, specification);
    return shown && planText("columnLimit", specification.locale, { name: shown.board.name });
  },
  steps: (behaviour, { specification, form }) => {
    const shown = shownOn(behaviour, specification);
    if (!shown) return [];
    const steps = form(behaviour.entity);
    const { board, option, entries } = shown;
    return [
      ...steps.start(),
      ...steps.create(0, { also: [...entries.keys()], entries }),
      openPath(pathOfView(board)),
      seeIn(`[data-column="${option}"]`, `1 / ${behaviour.max}`),
    ];
  },
};
