import { block, known, line } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import type { SectionModule } from "./section.ts";

export const EVENTS: SectionModule<"events"> = {
  html: ({ items }, site) => {
    const words = siteWords(site.locale);
    const format = new Intl.DateTimeFormat(site.locale, { dateStyle: "long", timeZone: "UTC" });
    return block(
      "ul",
      items.flatMap(({ name, date, text }) =>
        block("li", [
          `<p class="date">${known(date && format.format(new Date(`${date}T00:00:00Z`)), words.date)}</p>`,
          line("h3", name),
          ...(text === null ? [] : [line("p", text)]),
        ]),
      ),
      'class="cards"',
    );
  },
  placeholders: ({ items }, { locale }) =>
    items.flatMap(({ name, date }, index) =>
      date === null ? [[`items[${index}].date`, `${siteWords(locale).date}: ${name}`] as const] : [],
    ),
  steps: ({ items }) => items.slice(0, 3).map(({ name }) => ({ do: "see" as const, text: name })),
};
