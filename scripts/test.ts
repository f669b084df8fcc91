// Runs tests: `node scripts/run.mjs scripts/test.ts fast|cloud|slow|sample|all`, followed by Jest's options.
// fast: all tests that are not slow, and slow tests given by their paths. cloud: the services that the local
// cloud replaces. slow <suite> …: these suites; without a name it lists them. sample: some files of each slow
// suite, selected by the seed. all: everything. `--seed=N` repeats the random choices of a run, which prints
// its seed.
import { randomInt } from "node:crypto";
import { runJest } from "./test/jest.ts";
import { isCrowded, measurePace } from "./test/pace.ts";
import { matchTestPaths } from "./test/paths.ts";
import { folderOf, sampleOf, suitesOf } from "./test/suites.ts";

const ROOT = process.cwd();
/** A machine that takes this many times as long counts as busy. */
const BUSY_PACE = 2;
const [what = "", ...given] = process.argv.slice(2);
const seed = seedIn(given) ?? randomInt(2 ** 31);

const RUNS: Readonly<Record<string, () => readonly string[]>> = {
  fast: () => [
    ...paths(given),
    "--selectProjects",
    "unit",
    "cloud",
    "e2e",
    ...(namesSlow(given) ? ["slow"] : []),
  ],
  cloud: () => [...paths(given), "--selectProjects", "cloud"],
  slow: () => [...slowSuites(given), "--selectProjects", "slow"],
  sample: () => ["--runTestsByPath", ...sampleOf(ROOT, seed), ...given, "--selectProjects", "slow"],
  all: () => paths(given),
};

const args = RUNS[what]?.();
if (!args) fail(`Run one of ${Object.keys(RUNS).join(", ")}, not '${what}'.`);
console.error(`Seed ${seed}: --seed=${seed} repeats this run.`);
const knownPace = Number(process.env.GANTRY_TEST_PACE);
const pace = knownPace || measurePace();
const isBusy = () => pace >= BUSY_PACE || (!knownPace && isCrowded());
process.exitCode = await runToTheEnd([`--seed=${seed}`, ...args], {
  GANTRY_TEST_PACE: String(pace),
  GANTRY_TEST_SAMPLE: what === "sample" ? "1" : "",
});

/**
 * Runs the tests and returns the exit code, which is also 1 if a test left something open. Jest gives a
 * worker only half a second to exit, so this is ignored on a busy machine. On others the tests run a second
 * time: if it does not happen again, it was a pause of the machine and not a fault of a test.
 */
async function runToTheEnd(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const first = await runJest(ROOT, words, env);
  if (first.code !== 0 || !first.forced || isBusy()) return first.code;
  console.error(
    "A worker was ended by force. Running the tests once more, to see whether the machine was only busy.",
  );
  const second = await runJest(ROOT, words, env, { quiet: true });
  if (second.forced) console.error("A test left something open: run its file with --detectOpenHandles.");
  return second.forced ? 1 : second.code;
}

/**
 * Returns the folders of the named suites, followed by Jest's options. Ends this process if a suite is
 * unknown.
 */
function slowSuites(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => word.startsWith("-"));
  const names = first < 0 ? words : words.slice(0, first);
  const known = suitesOf(ROOT);
  if (names.length === 0) {
    console.log(`Slow suites:\n${known.map((name) => `  ${name}`).join("\n")}`);
    process.exit(0);
  }
  for (const name of names)
    if (!known.includes(name)) fail(`Unknown suite '${name}'; the slow suites are ${known.join(", ")}.`);
  return [...names.map(folderOf), ...words.slice(names.length)];
}

/** The words with paths as jest matches them. Ends this process for a word that matches no test. */
function paths(words: readonly string[]): readonly string[] {
  try {
    return matchTestPaths(ROOT, words);
  } catch (error) {
    return fail((error as Error).message, 1);
  }
}

/** Whether the path of a slow test is given, which runs without the name of its suite. */
function namesSlow(words: readonly string[]): boolean {
  return words.some((word) => /(^|\/)test\/slow(\/|$)/.test(word));
}

function seedIn(words: string[]): number | undefined {
  const at = words.findIndex((word) => /^--seed(=|$)/.test(word));
  if (at < 0) return undefined;
  const text = words[at] === "--seed" ? words.splice(at, 2)[1] : words.splice(at, 1)[0]?.slice(7);
  const number = Number(text);
  if (!text || !Number.isInteger(number) || Math.abs(number) >= 2 ** 31)
    fail(`A seed is a whole number below ${2 ** 31}, not '${text ?? ""}'.`);
  return number;
}

function fail(sentence: string, code = 2): never {
  console.error(sentence);
  process.exit(code);
}
