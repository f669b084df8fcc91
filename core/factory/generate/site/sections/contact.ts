import { block, known, line, placeholder } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import type { SectionModule } from "./section.ts";

/** Ways to get in touch that work without a server: a call, a mail, a visit. */
export const CONTACT: SectionModule<"contact"> = {
  html: (_, site) => {
    const words = siteWords(site.locale);
    const { phone, email, address } = site.facts;
    const way = (title: string, content: string) => block("li", [line("h3", title), `<p>${content}</p>`]);
    const call = phone && `<a href="tel:${escapeXml(phone.replace(/[^\d+]/g, ""))}">${escapeXml(phone)}</a>`;
    const mail = email && `<a href="mailto:${escapeXml(email)}">${escapeXml(email)}</a>`;
    return block(
      "ul",
      [
        ...way(words.call, call ?? placeholder(words.phone)),
        ...way(words.write, mail ?? placeholder(words.email)),
        ...way(words.visit, known(address, words.address)),
      ],
      'class="cards contact"',
    );
  },
  placeholders: () => [],
  steps: (_, { facts, locale }) => [
    { do: "see", text: facts.phone ?? siteWords(locale).phone },
    { do: "see", text: facts.email ?? siteWords(locale).email },
  ],
};
