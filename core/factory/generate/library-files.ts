import type { SourceFile } from "#core/kernel/files.ts";
import type { Library } from "./library.ts";

const IMPORT = /^\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?["'](\.[^"']+)["'];?/gm;

/**
 * The files of the library that an app needs: those that its own files import, what these import, the style sheets
 * (`x.css` beside `x.js`) and the tests of these (`test/lib/x.test.js`) with what they import in turn. `made` are paths of
 * files that are generated later; `roots` are paths of the library that the app needs in any case. Sorted by path. Throws a TypeError when a file is missing.
 */
export function libraryFiles(
  library: Library,
  files: readonly SourceFile[],
  made: readonly string[],
  roots: readonly string[],
): SourceFile[] {
  const own = new Set([...files.map(({ path }) => path), ...made]);
  const needed = new Set<string>();
  const queue = [...roots, ...files.flatMap(importsOf)];
  for (const path of queue) {
    if (own.has(path) || needed.has(path)) continue;
    const content = library.get(path);
    if (content === undefined) throw new TypeError(`The library has no file '${path}'.`);
    needed.add(path);
    const companions = [path.replace(/\.js$/, ".css"), testOf(path)];
    queue.push(...importsOf({ path, content }), ...companions.filter((each) => library.has(each)));
  }
  return [...needed].sort().map((path) => ({ path, content: library.get(path) as string }));
}

/** The test of a file below `public/`. */
function testOf(path: string): string {
  return path.replace(/^public\//, "test/").replace(/\.js$/, ".test.js");
}

/** The paths that a module imports, resolved against its own; none for other files. */
export function importsOf({ path, content }: SourceFile): string[] {
  if (!/\.(js|tsx?)$/.test(path)) return [];
  return [...content.matchAll(IMPORT)].map(([, target]) => resolve(path, target as string));
}

function resolve(from: string, target: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
