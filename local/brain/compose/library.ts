import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { wordsSource } from "#core/factory/generate/emit/words.ts";
import { importsOf, libraryFiles } from "#core/factory/generate/library-files.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { LIBRARY_SOURCE } from "#deployment/function-row.ts";
import { walk } from "./walk.ts";

const ROOT = fileURLToPath(new URL(`../../../${LIBRARY_SOURCE}/`, import.meta.url));
const LIBRARY: ReadonlyMap<string, string> = new Map(
  walk(ROOT)
    .filter((path) => /^(public\/lib|test\/support)\//.test(path))
    .map((path) => [path, readFileSync(`${ROOT}${path}`, "utf8")]),
);
const WORDS = "public/lib/words/en.js";

/**
 * The modules of the library of generated apps, as they are, that the files of an app import from `folder`, with its English
 * words if they are used. What the library's tests use lies in `support`, beside `folder` or in `test`. The library's own tests
 * run in generated apps and are left out.
 */
export function libraryIn(folder: string, files: readonly SourceFile[]): SourceFile[] {
  const support = folder.startsWith("src/") ? "src/support" : "test/support";
  const places = [
    ["public/lib/", `${folder}/`],
    ["test/support/", `${support}/`],
  ] as const;
  const toLibrary = (path: string) =>
    places.flatMap(([library, here]) => (path.startsWith(here) ? [path.replace(here, library)] : []));
  const toApp = (path: string) =>
    places.reduce(
      (moved, [library, here]) => (path.startsWith(library) ? path.replace(library, here) : moved),
      path,
    );
  const imported = files.flatMap((file) => importsOf(file).flatMap(toLibrary));
  const used = libraryFiles(
    LIBRARY,
    [],
    [WORDS],
    imported.filter((path) => path !== WORDS),
  );
  const words = imported.includes(WORDS) ? [{ path: WORDS, content: wordsOf(files, used) }] : [];
  return [...used, ...words].map(({ path, content }) => ({ path: toApp(path), content }));
}

/** The English words that an app and its part of the library mention. */
function wordsOf(files: readonly SourceFile[], used: readonly SourceFile[]): string {
  return wordsSource("en", [...files.map((file) => ({ ...file, path: `public/${file.path}` })), ...used]);
}
