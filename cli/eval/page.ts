import { escapeXml } from "#core/kernel/escape-xml.ts";

/** A page without scripts that needs nothing but the pictures beside it. `content` is markup. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeXml(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid #8885; }
article { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 20rem); gap: 1rem 2rem; padding: 1.25rem 0; border-top: 1px solid #8885; }
article h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
article p, article ul { margin: .35rem 0; overflow-wrap: anywhere; }
img { max-width: 100%; border: 1px solid #8885; border-radius: 6px; }
.bad { color: #c62828; font-weight: 600; }
.good { color: #1b5e20; }
@media (prefers-color-scheme: dark) { .bad { color: #ff8a80; } .good { color: #a5d6a7; } }
@media (max-width: 45rem) { article { grid-template-columns: minmax(0, 1fr); } }
`;

/** A table; the cells are plain text. */
export const htmlTable = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead>${row("th", headers)}</thead><tbody>
${rows.map((cells) => row("td", cells)).join("\n")}
</tbody></table>`;

const row = (tag: "th" | "td", cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join("")}</tr>`;

/** A list of sentences of a class; nothing without sentences. */
export const htmlList = (name: "good" | "bad", sentences: readonly string[]): string =>
  sentences.length === 0
    ? ""
    : `<ul>${sentences.map((sentence) => `<li class="${name}">${escapeXml(sentence)}</li>`).join("")}</ul>`;
