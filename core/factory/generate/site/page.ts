import type { Section, Site } from "#core/factory/specification/site.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import { block, inside, line, markOf } from "./html.ts";
import { jsonLd } from "./json-ld.ts";
import { sectionModule } from "./sections/sections.ts";
import { siteWords } from "./words.ts";

/** The page loads its own files only and runs no scripts. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The most links of the navigation; the page shows more sections than that below. */
const MAX_LINKS = 6;

/** The page of a site. */
export function sitePage(site: Site, summary: string): string {
  const { locale, name } = site;
  return `${[
    "<!doctype html>",
    `<html lang="${locale}">`,
    ...inside([
      ...block("head", [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
        line("title", name),
        `<meta name="description" content="${escapeXml(summary)}">`,
        '<link rel="icon" href="icon.svg" type="image/svg+xml">',
        '<link rel="stylesheet" href="theme.css">',
        '<link rel="stylesheet" href="site.css">',
        ...dataBlock(site),
      ]),
      ...block("body", [
        line("a", siteWords(locale).skip, 'class="skip" href="#content"'),
        ...header(site),
        ...block(
          "main",
          site.sections.flatMap((section) => sectionHtml(section, site)),
          'id="content"',
        ),
        ...footer(site),
      ]),
    ]),
    "</html>",
  ].join("\n")}\n`;
}

/** Data, which no browser runs: the policy of the page allows no scripts. */
function dataBlock(site: Site): string[] {
  const data = jsonLd(site);
  return data === null ? [] : [`<script type="application/ld+json">${data}</script>`];
}

function header({ name, sections, locale }: Site): string[] {
  const links = sections.filter(({ kind }) => kind !== "hero").slice(0, MAX_LINKS);
  return block(
    "header",
    [
      line("a", name, 'class="name" href="#content"'),
      ...block(
        "nav",
        links.map(({ id, title }) => line("a", title, `href="#${id}"`)),
        `aria-label="${escapeXml(siteWords(locale).menu)}"`,
      ),
    ],
    'class="masthead"',
  );
}

function sectionHtml(section: Section, site: Site): string[] {
  const { id, kind, title } = section;
  const content = sectionModule(section).html(section, site);
  const heading = kind === "hero" ? [] : [line("h2", title)];
  return block(
    "section",
    block("div", [...heading, ...markOf(content, site), ...content], 'class="inner"'),
    `id="${id}" class="${kind}"`,
  );
}

function footer({ name, locale }: Site): string[] {
  return block(
    "footer",
    block("div", [line("p", name), line("a", siteWords(locale).top, 'href="#content"')], 'class="inner"'),
  );
}
