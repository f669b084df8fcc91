import { planText } from "#core/factory/generate/words/plan.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

/** As many fields as the steps of an acceptance have room for. */
const MOST = 6;

export const DETAIL: ViewModule<Extract<View, { kind: "detail" }>> = {
  kind: "detail",
  factory: "detailView",
  options: () => ({}),
  promise: (view, specification) => {
    const entity = specification.entities.find(({ id }) => id === view.entity);
    return entity ? planText("detailView", specification.locale, { name: entity.name }) : null;
  },
  steps: ({ fields, entity }, { form, specification: { behaviours } }) => {
    // A text that is written on the page stands in its editor, where no step sees it.
    const written = behaviours.flatMap((each) =>
      each.kind === "autosave" && each.entity === entity ? [each.field] : [],
    );
    const entered = fields
      .filter((field) => (form.example(field, 0)?.steps.length ?? 0) > 0 && !written.includes(field))
      .slice(0, MOST);
    const shown = entered.flatMap((field) => form.example(field, 0)?.shown ?? []);
    return [
      ...form.start(),
      ...form.create(0, { also: entered }),
      ...form.open(0),
      ...shown.map((text) => ({ do: "see" as const, text })),
    ];
  },
};
