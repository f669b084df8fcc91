import { blankText } from "#core/draft/blank-text.ts";
import { fileText, type SourceFile } from "#core/files.ts";
import type { Manifest } from "#core/manifest/manifest.ts";
import { stackOf } from "#core/stacks.ts";

/** What a file of tests holds, counted without running it. Skipped and planned test cases do not count. */
export interface TestCode {
  readonly cases: number;
  readonly assertions: number;
}

/** The files that the audit takes for tests, as text. */
export function testFiles({ stack, files }: Pick<Manifest, "stack" | "files">): SourceFile[] {
  const { test_file } = stackOf(stack);
  return files
    .filter(({ path }) => test_file.test(path))
    .map((file) => ({ path: file.path, content: fileText(file) }));
}

const CASE =
  /(?<![\w$.])(?:t\s*\.\s*)?(?:test|it)(?:\s*\.\s*(?:only|concurrent|sequential|each|for|fails))*\s*[(`]/g;
const ASSERT_IMPORT =
  /import\s+(?:(?:\*\s*as\s+)?([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}\s*)?from\s*["'](?:node:)?assert(?:\/strict)?["']/g;
/** Arguments that are all literals: whatever is asserted of them says nothing about the app. */
const LITERALS =
  /^\s*(?:true|false|null|undefined|!0|!1|-?[\d.]+|""|''|``)(?:\s*,\s*(?:true|false|null|undefined|-?[\d.]+|""|''|``))*\s*,?\s*\)/;

/** Counts the test cases of a source file and the assertions that can fail. */
export function readTests(source: string): TestCode {
  const code = blankText(source);
  const names = ["assert", "expect", ...importedAssertions(source)].map((name) =>
    name.replaceAll("$", "\\$"),
  );
  const call = new RegExp(
    `(?<![\\w$.])(?:t\\s*\\.\\s*)?(?:${names.join("|")})(?:\\s*\\.\\s*[\\w$]+)*\\s*\\(`,
    "g",
  );
  const assertions = [...code.matchAll(call)].filter(
    ({ 0: found, index }) =>
      !/^expect\s*\.\s*(?!soft|poll)/.test(found) && !LITERALS.test(code.slice(index + found.length)),
  );
  return { cases: [...code.matchAll(CASE)].length, assertions: assertions.length };
}

/** The names under which a file imports Node's assertions. */
function importedAssertions(source: string): string[] {
  return [...source.matchAll(ASSERT_IMPORT)].flatMap(([, whole, named = ""]) => [
    ...(whole ? [whole] : []),
    ...named
      .split(",")
      .map(
        (part) =>
          part
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? "",
      )
      .filter((name) => /^[\w$]+$/.test(name)),
  ]);
}
