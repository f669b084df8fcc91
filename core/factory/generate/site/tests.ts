import { literal } from "#core/factory/generate/print/print.ts";
import type { Site } from "#core/factory/specification/site.ts";
import { placeholdersOf } from "./placeholders.ts";

/** The test of a site: its page has each section, its links lead somewhere, and what is not known is marked. */
export function siteTest(site: Site): string {
  const { name, locale, sections } = site;
  const headings = sections.map(({ id, title }) => `  [${literal(id)}, ${literal(title)}],\n`).join("");
  return `import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const page = readFileSync(new URL("../public/index.html", import.meta.url), "utf8");
const text = (html) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const sections = [
${headings}];

test("the page has its name and language", () => {
  assert.equal(text(/<title>(.*)<\\/title>/.exec(page)[1]), ${literal(name)});
  assert.match(page, /<html lang="${locale}">/);
});

test("the page has each section with its heading, in order", () => {
  const shown = [...page.matchAll(/<section id="([^"]+)"[\\s\\S]*?<h[12]>([^<]*)<\\/h[12]>/g)];
  assert.deepEqual(shown.map(([, id, title]) => [id, text(title)]), sections);
});

test("each link within the page leads somewhere", () => {
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(page.includes(\`id="\${id}"\`), id);
});

test("each picture and style sheet is a file of the site", () => {
  for (const [, path] of page.matchAll(/(?:src|<link[^>]* href)="([^"]+)"/g))
    assert.ok(existsSync(new URL(\`../public/\${path}\`, import.meta.url)), path);
});

test("what is not known is marked", () => {
  const marked = [...page.matchAll(/class="placeholder"/g)].length;
  assert.ok(marked >= ${markedAtLeast(site)}, \`\${marked} marks\`);
});
`;
}

/** Hours are one gap with several marks, and an address may be shown twice. */
const markedAtLeast = (site: Site): number => placeholdersOf(site).length;
