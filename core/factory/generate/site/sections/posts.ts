import { block, known, line } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import type { SectionModule } from "./section.ts";

export const POSTS: SectionModule<"posts"> = {
  html: ({ items }, site) =>
    items.flatMap(({ name, text }) =>
      block("article", [
        line("h3", name),
        `<p class="prose">${known(text, siteWords(site.locale).post)}</p>`,
      ]),
    ),
  placeholders: ({ items }, { locale }) =>
    items.flatMap(({ name, text }, index) =>
      text === null ? [[`items[${index}].text`, `${siteWords(locale).post}: ${name}`] as const] : [],
    ),
  steps: ({ items }) => items.slice(0, 3).map(({ name }) => ({ do: "see" as const, text: name })),
};
