import { line } from "#core/factory/generate/site/html.ts";
import type { SectionModule } from "./section.ts";

export const ABOUT: SectionModule<"about"> = {
  html: ({ text }) => text.split(/\n+/).map((paragraph) => line("p", paragraph, 'class="prose"')),
  placeholders: () => [],
  steps: ({ text }) => [{ do: "see", text: (text.split("\n")[0] ?? "").slice(0, 200) }],
};
