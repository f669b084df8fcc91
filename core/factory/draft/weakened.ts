import type { Assertion } from "#core/factory/draft/assertions.ts";
import { decodeText } from "#core/factory/draft/code-text.ts";
import { endOfBlock } from "#core/factory/draft/dead-code.ts";

/** Matchers that accept one value only. */
const EXACT =
  /^(?:toBe|toEqual|toStrictEqual|toBeNull|toBeUndefined|toBeNaN|toHaveLength|toHaveValue|toHaveTextContent|toHaveBeenCalledTimes|toHaveBeen(?:Nth|Last)?CalledWith|toMatch(?:Inline)?Snapshot|(?:deep)?(?:Strict)?Equal|equal|strictEqual)$/i;
/** Matchers that nearly every value passes. */
const VAGUE =
  /^(?:expect|assert|ok|toBeTruthy|toBeFalsy|toBeDefined|toBeInTheDocument|toBeInstanceOf|toBeTypeOf|doesNot\w+|not\w*Equal)$/;

/** Calls whose arguments only say how an element is found. */
const LOCATOR =
  /\.(?:(?:get|query|find)(?:All)?By(?:Role|TestId|LabelText|PlaceholderText|Title)|querySelector(?:All)?|getElements?By\w+|locator|closest)\(/g;
const LITERAL = /"[\d.]*"|\/[\d.]*\/|(?<![\w$.")\]])-?\d[\w.]*|(?<![\w$.])(?:true|false|null|undefined)\b/g;
const COMPARISON = /[=!]==?|<=?|(?<!=)>=?/g;
const ALTERNATIVE = /\|\||\?\?/g;

/**
 * How an assertion is weaker than the one that it replaces, as the rest of a sentence; null if it is not. It must accept
 * no more values, and contain the same values and comparisons; only the arguments that find an element may differ.
 */
export function weakening(before: Assertion, after: Assertion): string | null {
  if (after.guarded && !before.guarded) return "runs only sometimes, or its failure may be caught";
  if (strength(after.text) < strength(before.text)) return "accepts more values";
  const [had, has] = [withoutLocators(before.text), withoutLocators(after.text)];
  const [lost] = missing(had, has, LITERAL);
  if (lost !== undefined) return `no longer contains ${decodeText(lost).slice(0, 60)}`;
  if (missing(had, has, COMPARISON).length > 0) return "compares less";
  return missing(has, had, ALTERNATIVE).length > 0 ? "accepts an alternative" : null;
}

/** From 1 for matchers that nearly every value passes to 3 for those that accept one value. */
function strength(text: string): 1 | 2 | 3 {
  const matchers = matchersOf(text);
  const last = matchers.at(-1) ?? "";
  if (matchers.includes("not") || VAGUE.test(last)) return 1;
  return EXACT.test(last) ? 3 : 2;
}

/** The names of an assertion: those behind the argument of `expect`, or those before the arguments. */
function matchersOf(text: string): string[] {
  const head = /^[\w$.]+/.exec(text)?.[0] ?? "";
  if (!/^(?:t\.)?expect\b/.test(head)) return head.split(".");
  const behind = text.slice(endOfBlock(text, head.length + 1) + 1);
  return [...behind.matchAll(/\.([\w$]+)(?=[.(]|$)/g)].map(([, name = ""]) => name);
}

function withoutLocators(text: string): string {
  let rest = text;
  for (const { 0: call } of text.matchAll(LOCATOR)) {
    const start = rest.indexOf(call) + call.length;
    rest = `${rest.slice(0, start).replace(call, "")}${rest.slice(endOfBlock(rest, start))}`;
  }
  return rest;
}

/** What matches `pattern` in `had` more often than in `has`. */
function missing(had: string, has: string, pattern: RegExp): string[] {
  const left = [...has.matchAll(pattern)].map(([found]) => found);
  return [...had.matchAll(pattern)].flatMap(([found]) => {
    const index = left.indexOf(found);
    if (index < 0) return [found];
    left.splice(index, 1);
    return [];
  });
}
