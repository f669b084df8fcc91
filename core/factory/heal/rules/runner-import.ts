import { blankText } from "#core/factory/draft/code-text.ts";
import { type HealRule, isText, namesIn, withContents } from "#core/factory/heal/rule.ts";

const RUNNER = "describe|it|test|before|after|beforeEach|afterEach";
const MISSING = [new RegExp(`\\b(${RUNNER}|assert) is not defined`, "g")];

/** Imports the names of Node's test runner and its assertions in test files that use them. */
export const rule: HealRule = {
  name: "runner-import",
  appliesTo: ({ audit }) => audit.runner === "node-test",
  match: (output) => namesIn(output, MISSING),
  fix(files, _, { stack, output }) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !stack.audit.test_name.test(file.path) || !output.includes(file.path)) continue;
      const lines = importsFor(file.content);
      if (lines.length > 0) fixed.set(file.path, `${lines.join("\n")}\n${file.content}`);
    }
    return withContents(files, fixed, (paths) => `${paths} now imports Node's test runner.`);
  },
};

/** Import statements for the names that a test file uses and does not bind; CommonJS files get none. */
function importsFor(content: string): string[] {
  const code = blankText(content);
  if (/\brequire\s*\(/.test(code)) return [];
  const used = [...RUNNER.split("|"), "assert"].filter(
    (name) => new RegExp(`(?<![\\w$.])${name}\\s*[.(]`).test(code) && !isBound(code, name),
  );
  const names = used.filter((name) => name !== "assert");
  return [
    ...(used.includes("assert") ? ['import assert from "node:assert/strict";'] : []),
    ...(names.length > 0 ? [`import { ${names.join(", ")} } from "node:test";`] : []),
  ];
}

function isBound(code: string, name: string): boolean {
  return new RegExp(`\\b(?:import\\b[^;"']*|(?:const|let|var|function|class)\\s+)\\b${name}\\b`).test(code);
}
