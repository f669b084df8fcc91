import { known } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import type { Site } from "#core/factory/specification/site.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import type { SectionModule } from "./section.ts";

/** The address with a link to a map. Nothing of another host is loaded. */
export const MAP: SectionModule<"map"> = {
  html: (_, site) => {
    const { facts, locale } = site;
    const words = siteWords(locale);
    const place = facts.address ?? facts.place;
    return [
      `<address>${known(facts.address, words.address)}</address>`,
      ...(place === null
        ? []
        : [`<p><a class="button quiet" href="${escapeXml(mapOf(place))}">${escapeXml(words.map)}</a></p>`]),
    ];
  },
  placeholders: () => [],
  steps: (_, { facts, locale }) => [
    { do: "see", text: (facts.address ?? siteWords(locale).address).slice(0, 200) },
  ],
};

const mapOf = (place: NonNullable<Site["facts"]["place"]>): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;
