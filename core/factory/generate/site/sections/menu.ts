import { block, line } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import { priceOf, textOf } from "./offers.ts";
import type { SectionModule } from "./section.ts";

export const MENU: SectionModule<"menu"> = {
  html: ({ groups }, site) =>
    block(
      "div",
      groups.flatMap(({ name, items }) =>
        block("div", [
          line("h3", name),
          ...block(
            "ul",
            items.flatMap((item) =>
              block("li", [
                ...block("div", [line("strong", item.name), ...textOf(item)]),
                priceOf(item, site),
              ]),
            ),
          ),
        ]),
      ),
      'class="menu"',
    ),
  placeholders: ({ groups }, { locale }) =>
    groups.flatMap(({ items }, group) =>
      items.flatMap(({ name, price }, index) =>
        price === null
          ? [[`groups[${group}].items[${index}].price`, `${siteWords(locale).price}: ${name}`] as const]
          : [],
      ),
    ),
  steps: ({ groups }) =>
    groups.flatMap(({ name, items }) => [
      { do: "see" as const, text: name },
      { do: "see" as const, text: items[0]?.name ?? name },
    ]),
};
