import { plainBlocks } from "./blocks.ts";
import type { Passage } from "./passage.ts";

/** Characters of a passage: a few paragraphs. A longer block is a passage of its own. */
const LONGEST = 1500;

interface Section {
  readonly heading: string;
  readonly anchor: string;
  readonly lines: string[];
}

/**
 * The passages of a page in Markdown: its sections, the long ones in several pieces. A heading that is a question needs
 * no name of the page.
 */
export function passagesOf(file: string, markdown: string): Passage[] {
  const sections = sectionsOf(markdown);
  const page = sections[0]?.heading ?? file;
  return sections.flatMap(({ heading, anchor, lines }, at) => {
    const title = at === 0 || heading.endsWith("?") ? heading : `${page}: ${heading}`;
    const path = at === 0 ? file : `${file}#${anchor}`;
    return piecesOf(plainBlocks(lines)).map((text) => ({ title, path, text }));
  });
}

/** Splits a page at its headings; what looks like a heading in a code block is none. */
function sectionsOf(markdown: string): Section[] {
  const sections: Section[] = [];
  const used = new Map<string, number>();
  let isCode = false;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) isCode = !isCode;
    const heading = isCode ? undefined : /^#{1,6} (.+)$/.exec(line)?.[1];
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading: heading.replaceAll("`", ""), anchor: anchorOf(heading, used), lines: [] });
  }
  return sections;
}

/** The anchor that GitHub gives a heading; equal ones of a page are numbered. */
function anchorOf(heading: string, used: Map<string, number>): string {
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
  const before = used.get(anchor) ?? 0;
  used.set(anchor, before + 1);
  return before === 0 ? anchor : `${anchor}-${before}`;
}

/** Joins blocks to pieces that are not too long. */
function piecesOf(blocks: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + block.length > LONGEST) pieces.push(block);
    else pieces[pieces.length - 1] = `${last}\n\n${block}`;
  }
  return pieces;
}
