import { block, line } from "#core/factory/generate/site/html.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import type { SectionModule } from "./section.ts";

export const HERO: SectionModule<"hero"> = {
  html({ title, lead, action }, { sections, name, facts }) {
    const target = sections.find(({ id }) => id === action);
    return [
      ...block("div", [
        ...(facts.place === null ? [] : [line("p", `${name} · ${facts.place}`, 'class="eyebrow"')]),
        line("h1", title),
        line("p", lead, 'class="lead"'),
        ...(target ? [`<a class="button" href="#${target.id}">${escapeXml(target.title)}</a>`] : []),
      ]),
      '<img src="hero.svg" alt="" width="640" height="520">',
    ];
  },
  placeholders: () => [],
  steps: ({ title, lead }) => [
    { do: "see", text: title, target: { role: "heading", name: title } },
    { do: "see", text: lead.slice(0, 200) },
  ],
};
