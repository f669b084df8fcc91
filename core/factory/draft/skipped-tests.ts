import { endOfBlock, type Span } from "#core/factory/draft/dead-code.ts";

/** A group or case that never runs, or not everywhere. */
const SKIPPED =
  /(?<![\w$.])(?:(?:describe|suite|test|it)(?:\s*\.\s*\w+)*?\s*\.\s*(?:skip|todo|skipIf|runIf)\b|x(?:describe|it|test)\b)\s*\(/g;
const CASE = /(?<![\w$.])(?:t\s*\.\s*)?(?:describe|suite|test|it)(?:\s*\.\s*\w+)*\s*\(/g;
/** The option of a case, before its function. */
const OPTION = /\b(?:skip|todo)\s*:(?!\s*false\b)/;
/** A case that skips itself. */
const ITSELF = /(?<![\w$])(?:t|ctx|context|this)\s*\.\s*(?:skip|todo)\s*\(/;

/** The parts of a test file that are skipped. The file's strings are encoded. */
export function skippedSpans(code: string): Span[] {
  const calls = [...code.matchAll(SKIPPED)].map(({ 0: call, index }) => {
    const end = endOfBlock(code, index + call.length);
    // it.skipIf(condition)("name", …) is two calls.
    return { start: index, end: code.charAt(end + 1) === "(" ? endOfBlock(code, end + 2) : end };
  });
  const cases = [...code.matchAll(CASE)].flatMap(({ 0: call, index }) => {
    const end = endOfBlock(code, index + call.length);
    const given = code.slice(index + call.length, end);
    const [options = ""] = given.split(/=>|\bfunction\b/, 1);
    return OPTION.test(options) || (isOneCase(given) && ITSELF.test(given)) ? [{ start: index, end }] : [];
  });
  return [...calls, ...cases];
}

/** Whether a call contains no further cases. */
const isOneCase = (given: string): boolean => given.search(CASE) < 0;
