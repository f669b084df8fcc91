import type { Site } from "#core/factory/specification/site.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import { siteWords } from "./words.ts";

/** Lines, each two spaces further in for every level. */
export const inside = (lines: readonly string[], levels = 1): string[] =>
  lines.map((line) => (line === "" ? line : `${"  ".repeat(levels)}${line}`));

/** An element whose content stands on lines of its own. */
export const block = (tag: string, content: readonly string[], attributes = ""): string[] => [
  `<${tag}${attributes && ` ${attributes}`}>`,
  ...inside(content),
  `</${tag}>`,
];

/** An element with text. */
export const line = (tag: string, text: string, attributes = ""): string =>
  `<${tag}${attributes && ` ${attributes}`}>${escapeXml(text)}</${tag}>`;

/** A known text, or a marked placeholder for what is not known. */
export const known = (text: string | null, missing: string, site: Pick<Site, "locale">): string =>
  text === null ? placeholder(missing, site) : escapeXml(text);

/** What a person has to replace, marked, so that it is not taken for a fact. */
export const placeholder = (what: string, { locale }: Pick<Site, "locale">): string =>
  `<span class="placeholder">${escapeXml(what)} <small>${escapeXml(siteWords(locale).replace)}</small></span>`;

/** An amount in minor units, as the site's language writes it. */
export function amount(minor: number, { locale, currency }: Pick<Site, "locale" | "currency">): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}
