import { button, click, openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Option } from "#core/factory/specification/field.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type BoardView = Extract<View, { kind: "board" }>;

export const BOARD: ViewModule<BoardView> = {
  kind: "board",
  factory: "boardView",
  options: ({ group }) => ({ group }),
  promise: ({ name }, { locale }) => planText("boardView", locale, { name }),
  steps: (view, { path, form, entity, specification }) => {
    const options = entity.fields.find((field) => field.id === view.group)?.options ?? [];
    const example = form.example(view.group, 0);
    const first = options.find(({ name }) => name === example?.shown);
    const title = form.named(0);
    const start = [...form.start(), ...form.create(0, { also: [view.group] }), openPath(path)];
    const next = first && nextOption(specification, view, options, first);
    if (!next) return [...start, seeIn(".board", title)];
    return [
      ...start,
      seeIn(`[data-column="${first.id}"]`, title),
      click(button(translate("boardMove", specification.locale, { option: next.name, title }))),
      seeIn(`[data-column="${next.id}"]`, title),
    ];
  },
};

/** The option that the button of a card leads on to, or back to if there is none. */
function nextOption(
  { behaviours }: Specification,
  view: BoardView,
  options: readonly Option[],
  first: Option,
): Option | undefined {
  const flow = behaviours.find(
    (each) => each.kind === "status_flow" && each.entity === view.entity && each.field === view.group,
  );
  const moves = flow?.kind === "status_flow" ? flow.moves : undefined;
  const permitted = ({ id }: Option) =>
    !moves || moves.some(({ from, to }) => from === first.id && to === id);
  const at = options.indexOf(first);
  return options.slice(at + 1).find(permitted) ?? options.slice(0, at).reverse().find(permitted);
}
