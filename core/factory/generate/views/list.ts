import { openPath, seeListed } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

export const LIST: ViewModule<Extract<View, { kind: "list" }>> = {
  kind: "list",
  factory: "listView",
  options: () => ({}),
  promise: ({ name }, { locale }) => planText("listView", locale, { name }),
  steps: (_view, { path, form }) => [
    ...form.start(),
    ...form.create(0),
    openPath(path),
    seeListed(form.named(0)),
  ],
};
