import { attribute, button, openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { say } from "#core/factory/generate/words/words.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

export const PRINT: ViewModule<Extract<View, { kind: "print" }>> = {
  kind: "print",
  factory: "printView",
  options: () => ({}),
  promise: ({ name }) => `“${name}” is a sheet with a button that prints it`,
  steps: (_view, { path, form, specification }) => [
    ...form.start(),
    ...form.create(0),
    openPath(path),
    seeIn(".sheet", form.named(0)),
    attribute(button(say("print", specification.locale)), "id", "print"),
  ],
};
