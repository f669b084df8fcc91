import { decodeText, encodeText } from "#core/factory/draft/code-text.ts";
import { endOfBlock } from "#core/factory/draft/dead-code.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { type TestPair, testPairs } from "#core/factory/draft/test-pairs.ts";

const DECLARATION = /\b(?:const|let|var)\s+([\w$]+)(?:\s*:[^=;]+)?\s*=(?![=>])\s*/g;
/** A table of test cases, which has no name. */
const EACH = /\.\s*(?:each|for)\s*\(\s*(?=\[)/g;
const LITERAL =
  /"[\d.]*"|\/[\d.]*\/|(?<![\w$.")\]])-?\.?\d[\w.]*|(?<![\w$.])(?:true|false|null|undefined)\b/g;

/** Values that tests expect, or a table of their cases, by name. */
interface TestData {
  readonly name: string;
  readonly literals: readonly string[];
}

/** A repair must not change the values outside of assertions that tests expect or run through. */
export const TEST_DATA_KEPT: DraftRule = {
  id: "test-data-kept",
  faults({ manifest, before }) {
    return before === null ? [] : testPairs(before, manifest).flatMap(changed);
  },
};

function changed({ had, has }: TestPair): string[] {
  if (!has) return [];
  const after = dataOf(encodeText(has.content));
  return dataOf(encodeText(had.content)).flatMap((data) => {
    const same = after.filter(({ name }) => name === data.name);
    // What is renamed or written in place is judged by the assertions.
    if (data.name !== "" && same.length === 0) return [];
    const lost = same
      .map(({ literals }) => missing(data.literals, literals))
      .sort((a, b) => a.length - b.length);
    const [value] = lost[0] ?? data.literals;
    if (value === undefined) return [];
    const what = data.name === "" ? "a table of test cases" : data.name;
    return `The repair changes what ${has.path} expects: ${what} no longer contains ${decodeText(value).slice(0, 60)}. Repair the app and keep what its tests expect.`;
  });
}

/** The tables of cases, and the declared literals and lists of literals that assertions and loops use. */
function dataOf(code: string): TestData[] {
  const tables = [...code.matchAll(EACH)].map(({ 0: call, index }) => ({
    name: "",
    literals: literalsIn(code.slice(index + call.length, endOfBlock(code, index + call.length))),
  }));
  const declared = [...code.matchAll(DECLARATION)].flatMap(({ 0: head, 1: name = "", index }) => {
    const start = index + head.length;
    const end = endOfBlock(code, start, (at) => ";\n".includes(code.charAt(at)));
    return isExpected(code, name) ? { name, literals: literalsIn(code.slice(start, end)) } : [];
  });
  return [...tables, ...declared];
}

/** Whether assertions or loops use a name: as the last of their values, or as what they run through. */
function isExpected(code: string, name: string): boolean {
  const word = name.replaceAll("$", "\\$");
  return new RegExp(
    `(?:\\bof\\s+${word}\\s*\\)|\\b${word}\\s*\\.\\s*(?:forEach|map|entries)\\b|\\.\\s*(?:each|for)\\s*\\(\\s*${word}\\b|\\.\\s*to\\w+\\(\\s*${word}\\s*\\)|\\bassert[\\w.]*\\([^;\\n]*,\\s*${word}\\s*[,)])`,
  ).test(code);
}

const literalsIn = (text: string): string[] => [...text.matchAll(LITERAL)].map(([found]) => found);

function missing(had: readonly string[], has: readonly string[]): string[] {
  const left = [...has];
  return had.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
