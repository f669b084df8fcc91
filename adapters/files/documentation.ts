import { glob, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { DOCUMENTATION_PAGES } from "#core/factory/documentation/pages.ts";
import type { Passage } from "#core/factory/documentation/passage.ts";
import { passagesOf } from "#core/factory/documentation/sections.ts";

/**
 * Reads the passages of the product's documentation below a folder: the repository, or the copy of the pages beside a
 * deployed function. Throws TypeError when there are none.
 */
export async function loadDocumentation(folder: string): Promise<readonly Passage[]> {
  const files: string[] = [];
  for await (const file of glob([...DOCUMENTATION_PAGES], { cwd: folder })) files.push(file);
  if (files.length === 0) throw new TypeError(`${folder} contains no documentation.`);
  const passages = files.sort().map(async (file) => {
    const markdown = await readFile(join(folder, file), "utf8");
    return passagesOf(file.split(sep).join("/"), markdown);
  });
  return (await Promise.all(passages)).flat();
}
