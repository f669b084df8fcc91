import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/** Options of jest that are followed by a value, which is not the path of a test. */
const VALUED = new Set([
  ...["-t", "--testNamePattern", "-w", "--maxWorkers", "--testTimeout", "-c", "--config", "--shard"],
  ...["--selectProjects", "--reporters", "--coverageDirectory", "--seed"],
]);

/**
 * The words of a command line with each path as jest matches it: jest takes a word as the beginning of a path, so that a
 * folder needs a slash at its end to leave out folders whose names only begin like its own. Throws for a word that
 * matches no test, which jest passes over beside others.
 */
export function matchTestPaths(root: string, words: readonly string[]): string[] {
  if (words.includes("--findRelatedTests")) return [...words]; // Its words are sources.
  const tests = testFiles(root);
  return words.map((word, index) => {
    if (word.startsWith("-") || VALUED.has(words[index - 1] ?? "")) return word;
    const pattern = patternOf(root, word);
    const expression = asExpression(pattern);
    if (!tests.some((path) => expression.test(path))) throw new Error(`No test matches '${word}'.`);
    return pattern;
  });
}

function patternOf(root: string, word: string): string {
  const path = resolve(root, word);
  if (!existsSync(path)) return word;
  const name = relative(root, path).replaceAll(sep, "/");
  return statSync(path).isDirectory() ? `${name}/` : name;
}

function asExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "i");
  } catch {
    throw new Error(`'${pattern}' is neither a path nor a regular expression.`);
  }
}

/** Paths of all test files of a checkout. */
function testFiles(root: string): string[] {
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `${root}/test/${file}`.replaceAll("\\", "/"));
}
