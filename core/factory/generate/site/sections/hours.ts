import { block, line, placeholder } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import { DAYS, type Day, type SectionOf } from "#core/factory/specification/site.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import type { SectionModule } from "./section.ts";

const unknownDays = ({ days, closed = [] }: SectionOf<"hours">): Day[] =>
  DAYS.filter((day) => !closed.includes(day) && !days?.some((each) => each.day === day));

export const HOURS: SectionModule<"hours"> = {
  html: ({ days, closed = [] }, site) => {
    const words = siteWords(site.locale);
    const head = block(
      "thead",
      block("tr", [line("th", words.day, 'scope="col"'), line("th", words.hours, 'scope="col"')]),
    );
    const rows = DAYS.flatMap((day) => {
      const times = days?.filter((each) => each.day === day) ?? [];
      const open = times.map(({ opens, closes }) => `${opens}–${closes}`).join(", ");
      const shown = open || (closed.includes(day) ? words.closed : null);
      const cell = shown === null ? placeholder(words.hours) : escapeXml(shown);
      return block("tr", [line("th", words.days[day], 'scope="row"'), `<td>${cell}</td>`]);
    });
    return block("table", [...head, ...block("tbody", rows)], 'class="hours"');
  },
  placeholders: (section, { locale }) => {
    const { days, hoursMissing } = siteWords(locale);
    const missing = unknownDays(section);
    if (missing.length === 0) return [];
    const which = missing.length < DAYS.length ? `: ${missing.map((day) => days[day]).join(", ")}` : "";
    return [["days", `${hoursMissing}${which}`]];
  },
  steps: ({ days }, { locale }) => {
    const [first] = days ?? [];
    return [
      { do: "see", text: siteWords(locale).days.mon },
      ...(first ? [{ do: "see" as const, text: `${first.opens}–${first.closes}` }] : []),
    ];
  },
};
