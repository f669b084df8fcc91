import { testFiles } from "#core/factory/draft/test-code.ts";
import { importsOf, resolveImport, targetPath } from "#core/factory/heal/imports.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/kernel/files.ts";

type Draft = Pick<Manifest, "stack" | "files">;

/** A module that a test replaces by one of its own. */
const MOCKED =
  /\b(?:vi|jest|mock)\s*\.\s*(?:mock|doMock|module)\s*\(\s*(?:import\s*\(\s*)?(["'`])([^"'`\n]+)\1/g;
const STRING = /(["'`])([^"'`\n]{1,200})\1/g;

/**
 * The paths of the app's own files that a test file imports, by other test files as well, or names in a string as what
 * it reads or starts. A module that the test replaces by one of its own does not count.
 */
export function reachedFiles(draft: Draft, path: string): ReadonlySet<string> {
  const tests = new Map(testFiles(draft).map((file) => [file.path, file]));
  const app = draft.files.map((file) => file.path).filter((each) => !tests.has(each));
  const reached = new Set<string>();
  const left = [path];
  const seen = new Set(left);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const file = tests.get(next);
    if (!file) {
      reached.add(next);
      continue;
    }
    for (const found of [...importedBy(draft, file), ...app.filter(isNamedIn(file.content))])
      if (!seen.has(found)) {
        seen.add(found);
        left.push(found);
      }
  }
  const mocked = new Set([...seen].flatMap((each) => mockedBy(draft, tests.get(each))));
  return new Set([...reached].filter((each) => !mocked.has(each)));
}

function importedBy({ stack, files }: Draft, file: SourceFile): string[] {
  return importsOf([file]).flatMap(
    ({ specifier }) => resolveImport(files, stackOf(stack).imports, file.path, specifier) ?? [],
  );
}

function mockedBy({ stack, files }: Draft, file: SourceFile | undefined): string[] {
  return [...(file?.content.matchAll(MOCKED) ?? [])].flatMap(
    ([, , specifier = ""]) => resolveImport(files, stackOf(stack).imports, file?.path ?? "", specifier) ?? [],
  );
}

/** Whether a string in a source names a path, its end, its folder, or the path without its extension (an alias). */
function isNamedIn(source: string): (path: string) => boolean {
  const names = [...source.matchAll(STRING)]
    .map(([, , text = ""]) => targetPath("", text.replace(/^[@~#]\//, "").replace(/\.\.\//g, "")) ?? "")
    .filter((name) => name !== "");
  return (path) =>
    [path, path.replace(/\.\w+$/, "")].some((each) =>
      names.some((name) => each === name || each.endsWith(`/${name}`) || each.startsWith(`${name}/`)),
    );
}
