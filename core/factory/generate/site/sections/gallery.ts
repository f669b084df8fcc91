import { block, known } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import type { SectionModule } from "./section.ts";

export const GALLERY: SectionModule<"gallery"> = {
  html: ({ captions }, site) =>
    block(
      "ul",
      captions.flatMap((caption, index) =>
        block("li", [
          ...block("figure", [
            `<img src="pictures/${index + 1}.svg" alt="" width="480" height="360" loading="lazy">`,
            `<figcaption>${known(caption, `${siteWords(site.locale).photo} ${index + 1}`)}</figcaption>`,
          ]),
        ]),
      ),
      'class="gallery"',
    ),
  placeholders: ({ captions }, { locale }) =>
    captions.flatMap((caption, index) =>
      caption === null
        ? [[`captions[${index}]`, `${siteWords(locale).photo}: public/pictures/${index + 1}.svg`] as const]
        : [],
    ),
  steps: ({ captions: [first] }, { locale }) => [
    { do: "see", text: (first ?? `${siteWords(locale).photo} 1`).slice(0, 200) },
  ],
};
