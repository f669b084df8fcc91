import { block, line, placeholder } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import { DAYS } from "#core/factory/specification/site.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import type { SectionModule } from "./section.ts";

export const HOURS: SectionModule<"hours"> = {
  html: ({ days }, site) => {
    const words = siteWords(site.locale);
    const head = block(
      "thead",
      block("tr", [line("th", words.day, 'scope="col"'), line("th", words.hours, 'scope="col"')]),
    );
    const rows = DAYS.flatMap((day) => {
      const times = days?.filter((each) => each.day === day) ?? [];
      const open = times.map(({ opens, closes }) => `${opens}–${closes}`).join(", ");
      const cell = days === null ? placeholder(words.hours, site) : escapeXml(open || words.closed);
      return block("tr", [line("th", words.days[day], 'scope="row"'), `<td>${cell}</td>`]);
    });
    return block("table", [...head, ...block("tbody", rows)], 'class="hours"');
  },
  placeholders: ({ days }, { locale }) => (days === null ? [["days", siteWords(locale).hoursMissing]] : []),
  steps: ({ days }, { locale }) => {
    const [first] = days ?? [];
    return [
      { do: "see", text: siteWords(locale).days.mon },
      ...(first ? [{ do: "see" as const, text: `${first.opens}–${first.closes}` }] : []),
    ];
  },
};
