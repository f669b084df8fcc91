import type { Site } from "#core/factory/specification/site.ts";
import { placeholdersOf } from "./placeholders.ts";

/** The README of a site: how to run it, and everything that a person has to replace. */
export function siteReadme({
  title,
  summary,
  specification: site,
}: {
  readonly title: string;
  readonly summary: string;
  readonly specification: Site;
}): string {
  const rows = placeholdersOf(site).map(
    ({ what, file, field }) => `| ${what.replaceAll("|", "\\|")} | \`${file}\` | \`${field}\` |\n`,
  );
  return `# ${title}

${summary}

## What it shows

${site.sections.map(({ title: section }) => `- ${section}\n`).join("")}
It is one page without scripts, which loads nothing from other hosts.

## What to replace

${
  rows.length === 0
    ? "Nothing: everything on the page was given."
    : `The page marks what was not known. Each of these stands in the specification, from which the page is generated, and in
\`public/index.html\`:

| What | File | Field |
| --- | --- | --- |
${rows.join("")}`
}
The pictures \`public/hero.svg\` and those in \`public/pictures/\` are drawn shapes. Put photos of your own in their place.

## Run it

\`\`\`sh
npx serve public
\`\`\`

## Test it

\`\`\`sh
npm test
\`\`\`

## Where things are

| Path | What it holds |
| --- | --- |
| \`specification/\` | what the site is, as data: \`app.json\`, and one file for each section |
| \`public/index.html\` | the page |
| \`public/theme.css\`, \`public/site.css\` | the look: colours and measures, then the shapes |
| \`test/\` | the tests |

## How it was made

Gantry generated this site from the specification that a person confirmed. It was built and audited in an isolated builder
before it was published.
`;
}
