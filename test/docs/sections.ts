import { read } from "./files.ts";

/** A page by its `##` headings. */
export function sectionsOf(page: string): (heading: string) => string {
  const parts = read(page).split(/^## /m);
  return (heading) => parts.find((part) => part.startsWith(`${heading}\n`)) ?? "";
}

/** The cells of the tables in a text, heads left out. */
export function rowsOf(text: string): string[][] {
  return [...text.matchAll(/^\| (.+) \|$/gm)]
    .map(([, cells]) => cells!.split(" | ").map((cell) => cell.trim()))
    .filter(([first], at) => at > 0 && !/^-+$/.test(first!));
}

export const firstCommands = (text: string): string | undefined => /```bash\n([\s\S]*?)```/.exec(text)?.[1];
