import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Library } from "#core/factory/generate/library.ts";

/**
 * Reads all files below a folder as UTF-8, sorted by path. Throws when the folder is missing or empty, or when a file is
 * not UTF-8, because an app without a part of its library would not start.
 */
export async function loadLibrary(folder: string): Promise<Library> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (paths.length === 0) throw new TypeError(`${folder} contains no files.`);
  const files = await Promise.all(
    paths.map(async (path) => {
      const name = relative(folder, path).split(sep).join("/");
      return [name, new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path))] as const;
    }),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
