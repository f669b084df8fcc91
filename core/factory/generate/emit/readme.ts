import type { Specification } from "#core/factory/specification/specification.ts";

interface Readme {
  readonly title: string;
  readonly summary: string;
  readonly features: readonly string[];
  readonly specification: Specification;
}

/** The README of an app. */
export function readmeSource({ title, summary, features, specification }: Readme): string {
  const { entities, locale, currency } = specification;
  return `# ${title}

${summary}

## What it does

${features.map((feature) => `- ${feature}\n`).join("")}
It keeps ${entities.map(({ plural }) => plural).join(", ")} in the browser (IndexedDB): without a server, without an
account, and without loading anything from other hosts, which a content security policy in \`index.html\` enforces. Several
tabs work on the same records; an edit in one never overwrites an edit of another field, or of another record, in another.
When both edit the same field, the later edit counts, and the app tells what it took the place of.
Language: \`${locale}\`. Currency: ${currency}.

## Run it

Serve the folder \`public/\` with any static server and open it in a browser:

\`\`\`sh
npx serve public
\`\`\`

## Test it

The app has no dependencies. Node's own runner tests it, pages included (Node 22 or newer):

\`\`\`sh
npm test
\`\`\`

## Where things are

| Path | What it holds |
| --- | --- |
| \`specification/\` | what the app is, as data: the app, and one file for each kind of record and each view |
| \`public/entities/\` | the kinds of records and their fields |
| \`public/views/\` | the pages |
| \`public/app.js\` | what the app consists of; it starts the app |
| \`public/lib/\` | what all pages share: records, forms, fields, views, behaviours, texts |
| \`public/theme.css\`, \`public/styles.css\` | the look: colours and measures, then the shapes |
| \`test/\` | the tests |

## How it was made

Gantry generated this app from the specification that a person confirmed. It was built and audited in an isolated builder
before it was published.
`;
}
