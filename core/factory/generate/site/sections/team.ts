import { block, known } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import type { SectionModule } from "./section.ts";

export const TEAM: SectionModule<"team"> = {
  html: ({ people }, site) => {
    const words = siteWords(site.locale);
    return block(
      "ul",
      people.flatMap(({ name, role }) =>
        block("li", [
          `<span class="portrait" aria-hidden="true">${escapeXml([...(name ?? "?")][0] ?? "?")}</span>`,
          `<h3>${known(name, words.person)}</h3>`,
          `<p>${known(role, words.role)}</p>`,
        ]),
      ),
      'class="cards team"',
    );
  },
  placeholders: ({ people }, { locale }) =>
    people.flatMap(({ name, role }, index) => [
      ...(name === null ? [[`people[${index}].name`, siteWords(locale).person] as const] : []),
      ...(role === null ? [[`people[${index}].role`, siteWords(locale).role] as const] : []),
    ]),
  steps: ({ people }, { locale }) => [{ do: "see", text: people[0]?.name ?? siteWords(locale).person }],
};
