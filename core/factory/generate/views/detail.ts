import { seeIn } from "#core/factory/generate/acceptance/steps.ts";
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
  steps: ({ fields, entity: id }, { form, entity, specification: { behaviours } }) => {
    // A text that is written on the page stands in its editor, where no step sees it.
    const written = behaviours.flatMap((each) =>
      each.kind === "autosave" && each.entity === id ? [each.field] : [],
    );
    const entered = fields
      .filter((field) => (form.example(field, 0)?.steps.length ?? 0) > 0 && !written.includes(field))
      .slice(0, MOST);
    const shown = entered
      .filter((field) => field !== entity.display)
      .flatMap((field) => seenIn(field, form.example(field, 0)?.shown));
    return [
      ...form.start(),
      ...form.create(0, { also: entered }),
      ...form.open(0),
      seeIn("h1", form.named(0)),
      ...shown,
    ];
  },
};

/** Beside the field's name, because two fields can have the same text. */
const seenIn = (field: string, shown: string | null | undefined) =>
  shown ? [seeIn(`[data-field="${field}"] dd`, shown)] : [];
