import { blankText } from "#core/factory/draft/code-text.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { testFiles } from "#core/factory/draft/test-code.ts";

const NAMES = ["assert", "expect", "test", "it", "describe"];
const RUNNER = /^(?:(?:node:)?(?:assert|assert\/strict|test)|vitest)$/;
const QUOTED = /^["']([\w:/]+)["']/;
const IMPORT = /\bimport\s+(?!\()([^;"'()]*?)\s*\bfrom\s*(?=["'])/g;
const DECLARATION =
  /\b(?:const|let|var|class|function)\b[\s*]*(\{[^{}]*\}|[\w$]+)(?:\s*:[^=;,(]+)?(?:\s*=(?![=>])\s*(?:await\s+)?(?:(?:require|import)\s*\(\s*(?=["']))?)?/g;
const ASSIGNMENT = /(?<![\w$.]|\b(?:const|let|var)\s+)(assert|expect)(?:\s*\.\s*[\w$]+)?\s*=(?![=>])/g;

/** Test files must not redefine the names of the test runner and its assertions. */
export const RUNNER_OWN: DraftRule = {
  id: "runner-own",
  faults({ manifest }) {
    return testFiles(manifest).flatMap(({ path, content }) =>
      [...rebound(content)].map(
        (name) =>
          `${path} gives the name ${name} to something of its own: import it from node:test, node:assert or vitest, and name other things otherwise.`,
      ),
    );
  },
};

/** The names of the runner that a file declares, imports or assigns with another meaning. */
function rebound(source: string): Set<string> {
  const code = blankText(source, (text) => RUNNER.test(text));
  const found = new Set<string>();
  for (const pattern of [IMPORT, DECLARATION, ASSIGNMENT])
    for (const { 0: whole, 1: names = "", index } of code.matchAll(pattern)) {
      if (pattern !== ASSIGNMENT && QUOTED.test(code.slice(index + whole.length, index + whole.length + 40)))
        continue;
      for (const name of localNames(names)) if (NAMES.includes(name)) found.add(name);
    }
  return found;
}

/** The names that `a`, `* as a` or `{ a, b as c, d: e, f = 1 }` binds. */
function localNames(text: string): string[] {
  return text.split(/[{},]/).map(
    (part) =>
      part
        .replace(/=.*$/s, "")
        .trim()
        .split(/\s+as\s+|\s*:\s*|\s+/)
        .at(-1) ?? "",
  );
}
