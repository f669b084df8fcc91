import { block, line } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import { priceOf, textOf } from "./offers.ts";
import type { SectionModule } from "./section.ts";

export const SERVICES: SectionModule<"services"> = {
  html: ({ items, priced }, site) =>
    block(
      "ul",
      items.flatMap((item) =>
        block("li", [line("h3", item.name), ...textOf(item), ...(priced ? [priceOf(item, site)] : [])]),
      ),
      'class="cards"',
    ),
  placeholders: ({ items, priced }, { locale }) =>
    items.flatMap(({ name, price }, index) =>
      priced && price === null
        ? [[`items[${index}].price`, `${siteWords(locale).price}: ${name}`] as const]
        : [],
    ),
  steps: ({ items }) => items.slice(0, 4).map(({ name }) => ({ do: "see" as const, text: name })),
};
