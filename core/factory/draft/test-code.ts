import { type Assertion, assertionsIn } from "#core/factory/draft/assertions.ts";
import { encodeText } from "#core/factory/draft/code-text.ts";
import { endOfBlock } from "#core/factory/draft/dead-code.ts";
import { skippedSpans } from "#core/factory/draft/skipped-tests.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { fileText, type SourceFile } from "#core/kernel/files.ts";

/** What a test file checks, without running it. Skipped, todo and expected-to-fail cases do not count. */
export interface TestCode {
  readonly cases: number;
  /** Further cases, which have an empty body. */
  readonly empty: number;
  /** Whether only some of the cases run. */
  readonly only: boolean;
  readonly assertions: readonly Assertion[];
}

/** The test files of the audit, as text. */
export function testFiles({ stack, files }: Pick<Manifest, "stack" | "files">): SourceFile[] {
  const { test_file } = stackOf(stack).audit;
  return files
    .filter(({ path }) => test_file.test(path))
    .map((file) => ({ path: file.path, content: fileText(file) }));
}

const CASE =
  /(?<![\w$.])(?:t\s*\.\s*)?(?:test|it)(?:\s*\.\s*(?:only|concurrent|sequential|each|for))*\s*[(`"]/g;
/** The end of a function with an empty body, and options behind it. */
const EMPTY = /(?:=>|\))\s*\{\s*\}\s*(?:,\s*[\w{][^()]*)?$/;
const ONLY = /(?<![\w$.])(?:test|it|describe|suite)\s*\.\s*only\b/;

/** Finds the test cases of a source file and the assertions that can fail. */
export function readTests(source: string): TestCode {
  const code = encodeText(source);
  const skipped = skippedSpans(code);
  const runs = (index: number) => !skipped.some(({ start, end }) => start <= index && index < end);
  const cases = [...code.matchAll(CASE)].filter(({ index }) => runs(index));
  const empty = cases.filter(({ 0: call, index }) => {
    const start = index + call.length;
    return EMPTY.test(code.slice(start, endOfBlock(code, start)));
  }).length;
  return {
    cases: cases.length - empty,
    empty,
    only: ONLY.test(code),
    assertions: assertionsIn(code, source).filter(({ index }) => runs(index)),
  };
}
