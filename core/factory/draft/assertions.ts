import { deadSpans, endOfBlock } from "#core/factory/draft/dead-code.ts";

/** An assertion that can fail. */
export interface Assertion {
  readonly index: number;
  /** Its code, with encoded strings and without spaces: the call, and for `expect` the matchers. */
  readonly text: string;
  /** Whether it runs only under a condition, in a loop, or where its failure may be caught. */
  readonly guarded: boolean;
}

const ASSERT_IMPORT =
  /import\s+(?:(?:\*\s*as\s+)?([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}\s*)?from\s*["'](?:node:)?assert(?:\/strict)?["']/g;
/** Keywords and constants of the language, which are not names of the app. */
const WORDS = /\b(?:true|false|null|undefined|NaN|Infinity|typeof|void|new|in|instanceof|async|await)\b/g;
const NAME = /[A-Za-z_$]/;

/** The assertions of a source file that can fail; `code` is the source with encoded strings. */
export function assertionsIn(code: string, source: string): Assertion[] {
  const names = ["assert", "expect", ...importedAssertions(source)].map((name) =>
    name.replaceAll("$", "\\$"),
  );
  const call = new RegExp(
    `(?<![\\w$.])(?:t\\s*\\.\\s*)?(?:${names.join("|")})(?:\\s*\\.\\s*[\\w$]+)*\\s*\\(`,
    "g",
  );
  const dead = deadSpans(code, (handler) => handler.search(call) >= 0);
  const guards = guardedSpans(code);
  return [...code.matchAll(call)].flatMap(({ 0: found, index }) => {
    const inside = (spans: typeof dead) => spans.some(({ start, end }) => start <= index && index < end);
    if (!canFail(found, code.slice(index + found.length)) || inside(dead)) return [];
    const text = code.slice(index, endOfAssertion(code, index + found.length)).replace(/\s+/g, "");
    return [{ index, text, guarded: inside(guards) || isConditional(code.slice(0, index)) }];
  });
}

/** The end of a call whose arguments start at `start`, with the calls that are chained to it. */
function endOfAssertion(code: string, start: number): number {
  const end = endOfBlock(code, start) + 1;
  const chained = /^\s*(?:\.\s*[\w$]+\s*)+\(?/.exec(code.slice(end))?.[0];
  if (chained === undefined) return end;
  return chained.endsWith("(") ? endOfAssertion(code, end + chained.length) : end + chained.length;
}

const GUARD = /\b(?:(?:if|for|while|switch|catch)\s*\([^{}]*\)|else|try|catch|do)\s*\{/g;

/** The blocks that may be skipped, or whose errors may be caught. */
function guardedSpans(code: string) {
  return [...code.matchAll(GUARD)].map(({ 0: head, index }) => {
    const start = index + head.length;
    return { start, end: endOfBlock(code, start) };
  });
}

/** Whether a statement without braces, or an operator, decides if what follows runs. */
const isConditional = (before: string): boolean =>
  /(?:\b(?:if|for|while)\s*\([^{};]*\)|\belse|&&|\|\||\?\??)\s*(?:await\s+|return\s+)?$/.test(
    before.slice(-400),
  );

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

/** Whether the first two arguments are the same expression. */
function comparesWithItself(given: string): boolean {
  const isComma = (index: number) => given.charAt(index) === ",";
  const comma = endOfBlock(given, 0, isComma);
  const plain = (from: number, to: number) => given.slice(from, to).replace(/\s/g, "");
  const first = plain(0, comma);
  return first !== "" && first === plain(comma + 1, endOfBlock(given, comma + 1, isComma));
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
