import { type HealRule, isText, withFile } from "#core/factory/heal/rule.ts";

const SIGNS =
  /await is only valid in async functions|Unexpected reserved word|TS1308: 'await' expressions are only allowed/;
/** A function whose caller waits for it or ignores its result: a test, an event listener, or a server function. */
const WAITED =
  /(?:\b(?:test|it|before|after|beforeEach|afterEach)\s*\([^(){}]*|\baddEventListener\s*\(\s*["'][\w-]+["']\s*,\s*)(\([^()]*\)|[\w$]+)\s*=>\s*$|\bexport\s+default\s+(function\b[^(){}]*\([^()]*\))\s*$/;
/** The head of a block that is not a function. */
const BLOCK = /(?:\b(?:if|for|while|switch|catch)\b[^{}]*\)|\b(?:else|try|finally|do))\s*$/;

/** Makes a test, an event listener or a server function asynchronous that uses `await`. */
export const rule: HealRule = {
  name: "async-callback",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files, _, { output }) {
    for (const file of files) {
      if (!isText(file) || !/\.[cm]?[jt]sx?$/.test(file.path) || !output.includes(file.path)) continue;
      for (const { index } of file.content.matchAll(/(?<![\w$.])await\s/g)) {
        const at = headOf(file.content, index);
        if (at === null) continue;
        return {
          files: withFile(files, file.path, `${file.content.slice(0, at)}async ${file.content.slice(at)}`),
          sentence: `A function of ${file.path} that uses await is now async.`,
        };
      }
    }
    return null;
  },
};

/** Where `async` belongs for the function around an offset; null if the function is another kind or already async. */
function headOf(content: string, offset: number): number | null {
  let depth = 0;
  for (let index = offset - 1; index >= 0; index--) {
    const character = content.charAt(index);
    if (character === "}") depth++;
    else if (character === "{" && depth > 0) depth--;
    else if (character === "{") {
      const before = content.slice(Math.max(0, index - 300), index);
      if (BLOCK.test(before)) continue;
      const found = WAITED.exec(before);
      const head = found?.[1] ?? found?.[2];
      if (!found || head === undefined) return null;
      const start = index - before.length + found.index + found[0].lastIndexOf(head);
      return /\basync\s*$/.test(content.slice(Math.max(0, start - 20), start)) ? null : start;
    }
  }
  return null;
}
