import { reachedFiles } from "#core/factory/draft/reached-files.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { readTests, testFiles } from "#core/factory/draft/test-code.ts";
import { testPairs } from "#core/factory/draft/test-pairs.ts";
import { importsOf, resolveImport } from "#core/factory/heal/imports.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";

/**
 * A test file must import or read files of the app that it does not replace. A repair must not make it test a copy: a
 * file that nothing of the app uses.
 */
export const TESTS_USE_APP: DraftRule = {
  id: "tests-use-app",
  faults({ manifest, before }) {
    const unused = testFiles(manifest)
      .filter(({ path, content }) => readTests(content).cases > 0 && reachedFiles(manifest, path).size === 0)
      .map(
        ({ path }) =>
          `${path} tests nothing of the app: import the files whose behaviour it checks, and do not replace them.`,
      );
    return unused.length > 0 || before === null ? unused : copies(before, manifest);
  },
};

function copies(before: Manifest, manifest: Manifest): string[] {
  const existed = new Set(before.files.map(({ path }) => path));
  const used = usedByApp(manifest);
  return testPairs(before, manifest).flatMap(({ had, has }) => {
    const left = [...reachedFiles(before, had.path)].filter((path) =>
      manifest.files.some((file) => file.path === path),
    );
    const reached = has ? [...reachedFiles(manifest, has.path)] : [];
    if (!has || left.length === 0 || reached.some((path) => existed.has(path) || used.has(path))) return [];
    return `The repair makes ${has.path} test ${reached[0]}, which the app does not use, instead of ${left[0]}: repair ${left[0]}.`;
  });
}

/** The files that other files of the app import. */
function usedByApp({ stack, files }: Manifest): ReadonlySet<string> {
  const tests = new Set(testFiles({ stack, files }).map(({ path }) => path));
  const app = files.filter(({ path }) => !tests.has(path));
  return new Set(
    importsOf(app).flatMap(
      ({ importer, specifier }) => resolveImport(files, stackOf(stack).imports, importer, specifier) ?? [],
    ),
  );
}
