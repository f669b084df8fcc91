import { attribute, openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

export const GALLERY: ViewModule<Extract<View, { kind: "gallery" }>> = {
  kind: "gallery",
  factory: "galleryView",
  options: ({ image }) => ({ image }),
  promise: ({ name }, { locale }) => planText("galleryView", locale, { name }),
  steps: ({ image }, { path, form }) => [
    ...form.start(),
    ...form.create(0, { also: [image] }),
    openPath(path),
    seeIn(".gallery-card", form.named(0)),
    attribute({ css: ".gallery-card img" }, "alt", form.named(0)),
  ],
};
