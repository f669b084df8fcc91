import { block, line } from "#core/factory/generate/site/html.ts";
import type { SectionModule } from "./section.ts";

export const STEPS: SectionModule<"steps"> = {
  html: ({ items }) =>
    block(
      "ol",
      items.flatMap(({ name, text }) => block("li", [line("h3", name), line("p", text)])),
      'class="steps"',
    ),
  placeholders: () => [],
  steps: ({ items }) => items.map(({ name }) => ({ do: "see" as const, text: name })),
};
