import { cp, glob } from "node:fs/promises";
import { join } from "node:path";
import { DOCUMENTATION_PAGES } from "#core/factory/documentation/pages.ts";

/** Copies the pages from which questions are answered, with their paths in the repository. */
export async function copyDocumentation(root: string, out: string): Promise<void> {
  for await (const page of glob([...DOCUMENTATION_PAGES], { cwd: root }))
    await cp(join(root, page), join(out, page));
}
