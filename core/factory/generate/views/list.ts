import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

export const LIST: ViewModule<Extract<View, { kind: "list" }>> = {
  kind: "list",
  factory: "listView",
  options: () => ({}),
  promise: ({ name }) => `“${name}” lists what was added`,
  steps: (_view, { path, form }) => [
    ...form.start(),
    ...form.create(0),
    { do: "open", path },
    { do: "see", text: form.named(0) },
  ],
};
