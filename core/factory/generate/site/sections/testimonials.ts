import { block, known } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import type { SectionModule } from "./section.ts";

/** Quotes of real people: as long as there are none, the page has only marked places for them. */
export const TESTIMONIALS: SectionModule<"testimonials"> = {
  html: ({ quotes }, site) => {
    const words = siteWords(site.locale);
    return block(
      "ul",
      quotes.flatMap(({ text, by }) =>
        block("li", [
          ...block("blockquote", [`<p>${known(text, words.quote)}</p>`]),
          `<p class="by">${known(by, words.by)}</p>`,
        ]),
      ),
      'class="cards quotes"',
    );
  },
  placeholders: ({ quotes }, { locale }) =>
    quotes.flatMap(({ text, by }, index) => [
      ...(text === null ? [[`quotes[${index}].text`, siteWords(locale).quote] as const] : []),
      ...(by === null ? [[`quotes[${index}].by`, siteWords(locale).by] as const] : []),
    ]),
  steps: ({ quotes }, { locale }) => [{ do: "see", text: quotes[0]?.text ?? siteWords(locale).quote }],
};
