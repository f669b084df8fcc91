import { attribute, button, openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

export const PRINT: ViewModule<Extract<View, { kind: "print" }>> = {
  kind: "print",
  factory: "printView",
  options: () => ({}),
  promise: ({ name }, { locale }) => planText("printView", locale, { name }),
  steps: (_view, { path, form, specification }) => [
    ...form.start(),
    ...form.create(0),
    openPath(path),
    seeIn(".sheet", form.named(0)),
    attribute(button(translate("print", specification.locale)), "id", "print"),
  ],
};
