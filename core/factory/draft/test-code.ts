import { blankText } from "#core/factory/draft/blank-text.ts";
import { deadSpans, endOfBlock } from "#core/factory/draft/dead-code.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { fileText, type SourceFile } from "#core/kernel/files.ts";

/** Counts of a test file, without running it. Skipped, todo and expected-to-fail cases do not count. */
export interface TestCode {
  readonly cases: number;
  readonly assertions: number;
}

/** The test files of the audit, as text. */
export function testFiles({ stack, files }: Pick<Manifest, "stack" | "files">): SourceFile[] {
  const { test_file } = stackOf(stack).audit;
  return files
    .filter(({ path }) => test_file.test(path))
    .map((file) => ({ path: file.path, content: fileText(file) }));
}

const CASE =
  /(?<![\w$.])(?:t\s*\.\s*)?(?:test|it)(?:\s*\.\s*(?:only|concurrent|sequential|each|for))*\s*[(`]/g;
const ASSERT_IMPORT =
  /import\s+(?:(?:\*\s*as\s+)?([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}\s*)?from\s*["'](?:node:)?assert(?:\/strict)?["']/g;
/** Keywords and constants of the language, which are not names of the app. */
const WORDS = /\b(?:true|false|null|undefined|NaN|Infinity|typeof|void|new|in|instanceof|async|await)\b/g;
const NAME = /[A-Za-z_$]/;

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
  const dead = deadSpans(code, (handler) => handler.search(call) >= 0);
  const assertions = [...code.matchAll(call)].filter(
    ({ 0: found, index }) =>
      canFail(found, code.slice(index + found.length)) &&
      !dead.some(({ start, end }) => start <= index && index < end),
  );
  return { cases: [...code.matchAll(CASE)].length, assertions: assertions.length };
}

/** Whether an assertion can fail: its arguments refer to a name, and `expect` is followed by a matcher. */
function canFail(call: string, behind: string): boolean {
  const end = endOfBlock(behind, 0);
  const given = behind.slice(0, end);
  if (!NAME.test(given.replace(WORDS, ""))) return false;
  if (!call.startsWith("expect")) return !comparesWithItself(given);
  const matcher = /^\)\s*\.[\s\w$.]*(\()?/.exec(behind.slice(end));
  if (!matcher || /^expect\s*\.\s*(?!soft|poll)/.test(call)) return false;
  const expected = end + matcher[0].length;
  return (
    !matcher[1] || !comparesWithItself(`${given},${behind.slice(expected, endOfBlock(behind, expected))}`)
  );
}

/**
 * Whether the first two arguments are the same expression. Expressions with strings, which are blanked, do not count.
 */
function comparesWithItself(given: string): boolean {
  const isComma = (index: number) => given.charAt(index) === ",";
  const comma = endOfBlock(given, 0, isComma);
  const plain = (from: number, to: number) => given.slice(from, to).replace(/\s/g, "");
  const first = plain(0, comma);
  const second = plain(comma + 1, endOfBlock(given, comma + 1, isComma));
  return first === second && first !== "" && !/["'`/]/.test(first);
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
