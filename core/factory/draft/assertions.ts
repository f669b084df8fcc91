import { constantNames, isConstant, matchesAnyText } from "#core/factory/draft/constants.ts";
import { deadSpans, endOfBlock, type Span } from "#core/factory/draft/dead-code.ts";
import { importedNames } from "#core/factory/draft/imported-names.ts";
import { withoutOwnSource } from "#core/factory/draft/own-source.ts";
import { unawaitedSpans } from "#core/factory/draft/timers.ts";

/** An assertion that can fail. */
export interface Assertion {
  readonly index: number;
  /** Its code, with encoded strings and without spaces: the call, and for `expect` the matchers. */
  readonly text: string;
  /** Whether it runs only under a condition, in a loop, or where its failure may be caught. */
  readonly guarded: boolean;
  /** Whether it runs only if a condition holds, and otherwise nothing fails. */
  readonly conditional: boolean;
}

const ASSERT_IMPORT =
  /import\s+(?:(?:\*\s*as\s+)?([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}\s*)?from\s*["'](?:node:)?assert(?:\/strict)?["']/g;
/** Assertions that compare with what the first run of the app wrote, so that any app passes. */
const SNAPSHOT = /(?:\.\s*(?:fileS|s)napshot|\.\s*to(?:Match(?:File)?|ThrowErrorMatching)Snapshot)\s*\($/;

/** The assertions of a source file that can fail; `encoded` is the source with encoded strings. */
export function assertionsIn(encoded: string, source: string): Assertion[] {
  const code = withoutOwnSource(encoded);
  const names = ["assert", "expect", ...importedAssertions(source)].map((name) =>
    name.replaceAll("$", "\\$"),
  );
  const call = new RegExp(
    `(?<![\\w$.])(?:t\\s*\\.\\s*)?(?:${names.join("|")})(?:\\s*\\.\\s*[\\w$]+)*\\s*\\(`,
    "g",
  );
  const dead = [...deadSpans(code, (handler) => handler.search(call) >= 0), ...unawaitedSpans(code)];
  const guards = spansAfter(code, GUARD, MAY_LEAVE);
  const conditions = spansAfter(code, CONDITION, MAY_LEAVE).filter(
    ({ end }) => !failsOtherwise(code.slice(end), call),
  );
  const known = { constants: constantNames(code), imported: importedNames(source) };
  return [...code.matchAll(call)].flatMap(({ 0: found, index }) => {
    const inside = (spans: typeof dead) => spans.some(({ start, end }) => start <= index && index < end);
    if (!canFail(found, code.slice(index + found.length), known) || inside(dead)) return [];
    const text = code.slice(index, endOfAssertion(code, index + found.length)).replace(/\s+/g, "");
    const conditional = isConditional(code.slice(0, index));
    return [
      {
        index,
        text,
        guarded: inside(guards) || conditional,
        conditional: inside(conditions) || (conditional && !isLooped(code.slice(0, index))),
      },
    ];
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

/** A statement that may leave the block before what follows it. */
const MAY_LEAVE = /\bif\s*\([^{};]*\)\s*(?:return\b|\{\s*return\b[^{};]*;?\s*\})/g;

const CONDITION = /\b(?:(?:if|switch)\s*\([^{}]*\)|else)\s*\{/g;

/** The blocks that begin with one of these patterns, without it. */
function spansAfter(code: string, ...patterns: readonly RegExp[]): Span[] {
  return patterns
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map(({ 0: head, index }) => {
      const start = index + head.length;
      return { start, end: endOfBlock(code, start) };
    });
}

/** Whether an `else` follows that fails, or asserts something as well. */
function failsOtherwise(behind: string, assertion: RegExp): boolean {
  const head = /^\}\s*else\s*(?:if\s*\([^{}]*\)\s*)?\{/.exec(behind)?.[0];
  if (head === undefined) return false;
  const otherwise = behind.slice(head.length, endOfBlock(behind, head.length));
  return /\bthrow\b/.test(otherwise) || otherwise.search(assertion) >= 0;
}

/** Whether the statement without braces that decides if what follows runs is a loop. */
const isLooped = (before: string): boolean => /\bfor\s*\([^{};]*\)\s*(?:await\s+)?$/.test(before.slice(-400));

/** Whether a statement without braces, or an operator, decides if what follows runs. */
const isConditional = (before: string): boolean =>
  /(?:\b(?:if|for|while)\s*\([^{};]*\)|\belse|&&|\|\||\?\??)\s*(?:await\s+|return\s+)?$/.test(
    before.slice(-400),
  );

/** Names in a file with a meaning that is known without running it. */
interface KnownNames {
  /** Names of literals. */
  readonly constants: ReadonlySet<string>;
  readonly imported: ReadonlySet<string>;
}

/** Whether an assertion can fail: it refers to more than literals and the existence of an import, and compares them. */
function canFail(call: string, behind: string, { constants, imported }: KnownNames): boolean {
  const end = endOfBlock(behind, 0);
  const given = behind.slice(0, end);
  if (isConstant(given, constants) || exists(given, imported) || SNAPSHOT.test(call)) return false;
  if (!call.startsWith("expect")) return !comparesWithItself(given) && !matchesAnyText(call, given);
  const matcher = /^\)\s*\.[\s\w$.]*(\()?/.exec(behind.slice(end));
  if (!matcher || /^expect\s*\.\s*(?!soft|poll)/.test(call)) return false;
  if (SNAPSHOT.test(matcher[0])) return false;
  if (!matcher[1]) return true;
  const start = end + matcher[0].length;
  const expected = behind.slice(start, endOfBlock(behind, start));
  return !comparesWithItself(`${given},${expected}`) && !matchesAnyText(matcher[0], expected);
}

/** Whether arguments say only that an import is there, or that it is a function. */
function exists(given: string, imported: ReadonlySet<string>): boolean {
  const name = /^\s*(?:typeof\s+([\w$]+)\s*(?:[,=].*)?|([\w$]+)\s*)$/s.exec(given);
  return name !== null && imported.has(name[1] ?? name[2] ?? "");
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
