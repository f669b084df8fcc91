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
export const known = (text: string | null, missing: string): string =>
  text === null ? placeholder(missing) : escapeXml(text);

/** What a person has to replace: outlined, so that it is not taken for a fact. */
export const placeholder = (what: string): string => `<span class="placeholder">${escapeXml(what)}</span>`;

/** The mark of a part of the page in which something has to be replaced, once. */
export const markOf = (content: readonly string[], { locale }: Pick<Site, "locale">): string[] =>
  content.some((each) => each.includes('class="placeholder"'))
    ? [line("p", siteWords(locale).replace, 'class="to-replace"')]
    : [];

/** An amount in minor units, as the site's language writes it. */
export function amount(minor: number, { locale, currency }: Pick<Site, "locale" | "currency">): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}
