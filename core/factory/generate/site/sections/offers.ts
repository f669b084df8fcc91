import { amount, line, placeholder } from "#core/factory/generate/site/html.ts";
import { siteWords } from "#core/factory/generate/site/words.ts";
import type { SectionOf, Site } from "#core/factory/specification/site.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";

export type Offer = SectionOf<"services">["items"][number];

/** The price of an offer, or a marked placeholder for it. */
export function priceOf({ price }: Offer, site: Site): string {
  const text = price === null ? placeholder(siteWords(site.locale).price) : escapeXml(amount(price, site));
  return `<p class="price">${text}</p>`;
}

export const textOf = ({ text }: Offer): string[] => (text === null ? [] : [line("p", text)]);
