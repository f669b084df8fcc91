import { block, line } from "#core/factory/generate/site/html.ts";
import type { SectionModule } from "./section.ts";

export const FAQ: SectionModule<"faq"> = {
  html: ({ items }) =>
    items.flatMap(({ name, text }) =>
      block("details", [line("summary", name), line("p", text, 'class="prose"')]),
    ),
  placeholders: () => [],
  steps: ({ items: [first] }) =>
    first
      ? [
          { do: "click", target: { text: first.name } },
          { do: "see", text: first.text.slice(0, 200) },
        ]
      : [],
};
