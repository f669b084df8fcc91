/**
 * The blocks of a section in Markdown as plain text: paragraphs, lists, and rows of tables with the names of their
 * columns. A code block belongs to the paragraph before it. Links keep their words; pictures, comments and diagrams are
 * left out.
 */
export function plainBlocks(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  for (const chunk of chunksOf(lines)) {
    const [first = ""] = chunk;
    if (first.startsWith("```")) addCode(blocks, chunk);
    else if (first.startsWith("|")) blocks.push(...rowsOf(chunk));
    else if (!first.startsWith("<")) blocks.push(plain(chunk.map(listed).join("\n")));
  }
  return blocks.filter((block) => block !== "");
}

/** Lines that belong together: those between blank lines, and each code block as a whole. */
function chunksOf(lines: readonly string[]): string[][] {
  const chunks: string[][] = [[]];
  let isCode = false;
  for (const line of lines) {
    const isFence = line.startsWith("```");
    if (isFence && !isCode) chunks.push([]);
    if (line.trim() === "" && !isCode) chunks.push([]);
    else chunks.at(-1)?.push(line);
    if (isFence && isCode) chunks.push([]);
    if (isFence) isCode = !isCode;
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

function addCode(blocks: string[], chunk: readonly string[]): void {
  if (chunk[0]?.startsWith("```mermaid")) return;
  const code = chunk.filter((line) => !line.startsWith("```")).join("\n");
  const before = blocks.pop();
  blocks.push(before === undefined ? code : `${before}\n${code}`);
}

/** `column: cell; column: cell` for each row; the name of the first column adds nothing. */
function rowsOf(chunk: readonly string[]): string[] {
  const [head = [], , ...rows] = chunk.map(cellsOf);
  return rows.map((cells) =>
    cells
      .flatMap((cell, at) => (cell === "" ? [] : [at === 0 || !head[at] ? cell : `${head[at]}: ${cell}`]))
      .join("; "),
  );
}

const cellsOf = (row: string): string[] =>
  row
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replaceAll("\\|", "|")));

const listed = (line: string): string => line.replace(/^\s*- /, "- ");

function plain(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/ ?\(\[\d{4}\]\([^)]*\)\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("**", "")
    .replace(/[ \t]+/g, " ")
    .trim();
}
