const LITERAL = String.raw`(?:"[\d.]*"|/[\d.]*/|-?[\d.]+n?|true|false|null|undefined)`;
const DECLARED = /\b(?:const|let|var)\s+([\w$]+)(?:\s*:[^=;]+)?\s*(=(?![=>])\s*)?/g;
const ONE_LITERAL = new RegExp(`^${LITERAL}(?=\\s*(?:[;,\\n}]|$))`);

/** Names, keywords and values of the language: without any other name, an expression has the same value in each run. */
const LANGUAGE =
  /(?<![\w$.])(?:true|false|null|undefined|NaN|Infinity|typeof|void|new|in|instanceof|async|await|Math|Number|String|Array|Object|Boolean|BigInt)(?![\w$])/g;
const MEMBER = /\.\s*[A-Za-z_$][\w$]*/g;
const NAME = /[A-Za-z_$][\w$]*/g;
/** What makes a condition true whatever precedes it: an alternative, or that a length is not negative. */
const ALWAYS = /(?:\|\|\s*(?:true|1|!0|!false)|\.\s*(?:length|size)\s*>=\s*0)\s*(?:,|$)/;
/** An encoded text that is contained in every text, or a pattern that matches every text. */
const ANY_TEXT = new Set(
  ["/.*/", "/.?/", "/^/", "/$/", "/^.*$/", "/(?:)/", "/[\\s\\S]*/", "/[^]*/"].map(
    (pattern) => `/${Array.from(pattern, (character) => character.codePointAt(0)).join(".")}/`,
  ),
);

/** The names that a file declares for literals, and never for anything else. The file's strings are encoded. */
export function constantNames(code: string): ReadonlySet<string> {
  const found = [...code.matchAll(DECLARED)].map(({ 0: whole, 1: name = "", 2: assigned, index }) => ({
    name,
    literal: assigned !== undefined && ONE_LITERAL.test(code.slice(index + whole.length)),
  }));
  const others = new Set(found.filter(({ literal }) => !literal).map(({ name }) => name));
  const isReassigned = (name: string) =>
    new RegExp(
      `(?<![\\w$.]|(?:const|let|var)\\s+)${name.replaceAll("$", "\\$")}\\s*(?:[-+*/%&|?]{0,2}=(?![=>])|\\+\\+|--)`,
    ).test(code);
  return new Set(found.map(({ name }) => name).filter((name) => !others.has(name) && !isReassigned(name)));
}

/** Whether arguments have the same values, or the same truth, in each run. */
export function isConstant(given: string, constants: ReadonlySet<string>): boolean {
  if (ALWAYS.test(given.trim())) return true;
  const names = given.replace(LANGUAGE, "").replace(MEMBER, "").match(NAME) ?? [];
  return names.every((name) => constants.has(name));
}

/** Whether the last argument of a comparison of texts is in every text. */
export function matchesAnyText(matcher: string, expected: string): boolean {
  const last = expected.split(",").at(-1)?.trim() ?? "";
  if (/\bto(?:Match|Contain)\s*\(\s*$/.test(matcher)) return ANY_TEXT.has(last) || last === '""';
  return /\bmatch\s*\(\s*$/.test(matcher) && ANY_TEXT.has(last);
}
