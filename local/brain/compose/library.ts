import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { wordsSource } from "#core/factory/generate/emit/words.ts";
import { importsOf, libraryFiles } from "#core/factory/generate/library-files.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { LIBRARY_SOURCE } from "#deployment/function-row.ts";
import { walk } from "./walk.ts";

const ROOT = fileURLToPath(new URL(`../../../${LIBRARY_SOURCE}/`, import.meta.url));
const WORDS = "public/lib/words/en.js";

/** Where the folders of the library are in an app that has its modules in one folder: `test/support` beside `lib`. */
const PLACES = [
  ["public/lib/", "lib/"],
  ["test/support/", "support/"],
] as const;

/**
 * The modules of the library of generated apps, as they are, that the files of an app import below `folder`, with its
 * English words. The library's own tests run with another runner and are left out.
 */
export function libraryIn(folder: string, files: readonly SourceFile[]): SourceFile[] {
  const isOurs = (path: string) => PLACES.some(([library]) => path.startsWith(library));
  const own = files.flatMap((file) =>
    file.path.startsWith(`${folder}/`)
      ? [{ ...file, path: toLibrary(file.path.slice(folder.length + 1)) }]
      : [],
  );
  const library = new Map(
    walk(ROOT)
      .filter(isOurs)
      .map((path) => [path, readFileSync(`${ROOT}${path}`, "utf8")]),
  );
  const imported = own.flatMap(importsOf).map((path) => path.replace("public/support/", "test/support/"));
  const roots = imported.filter((path) => isOurs(path) && path !== WORDS);
  const used = libraryFiles(library, [], [WORDS], roots);
  const words = { path: WORDS, content: wordsSource("en", [...own, ...used]) };
  return [...used, words].map(({ path, content }) => ({ path: `${folder}/${fromLibrary(path)}`, content }));
}

function toLibrary(path: string): string {
  const place = PLACES.find(([, here]) => path.startsWith(here));
  return place ? path.replace(place[1], place[0]) : `public/${path}`;
}

function fromLibrary(path: string): string {
  const [library, here] = PLACES.find(([library]) => path.startsWith(library)) ?? ["", ""];
  return path.replace(library, here);
}
