/** The parts of a page: lines of HTML without the indentation of the page. */
interface PageParts {
  readonly title: string;
  readonly head?: readonly string[];
  readonly body: readonly string[];
}

/** A page in English with a viewport and no icon, from which drafts start. */
export const htmlPage = ({ title, head = [], body }: PageParts): string =>
  `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:,">
${indented(head)}  </head>
  <body>
${indented(body)}  </body>
</html>
`;

const indented = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join("");
