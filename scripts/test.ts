// Runs tests: `node scripts/run.mjs scripts/test.ts fast|cloud|slow|sample|all`, with jest's options behind.
// fast: all that is not slow, and slow tests whose path is given. cloud: the services that the local cloud replaces. slow <suite> …: these suites; without a name it lists them. sample: some files of each
// slow suite, as the seed says. all: everything. `--seed=N` repeats what is random in a run; it is printed.
import { randomInt } from "node:crypto";
import { runJest } from "./test/jest.ts";
import { isCrowded, measurePace } from "./test/pace.ts";
import { matchTestPaths } from "./test/paths.ts";
import { folderOf, sampleOf, suitesOf } from "./test/suites.ts";

const ROOT = process.cwd();
/** A machine on which everything takes so many times as long is busy. */
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
 * Runs the tests and returns the exit code: 1 too when one of them left something open. Jest gives a worker half a second
 * to end. That says nothing on a machine that is busy then; on any other, what a second run does not show again was the
 * machine's pause, and not a test's fault.
 */
async function runToTheEnd(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const first = await runJest(ROOT, words, env);
  if (first.code !== 0 || !first.forced || isBusy()) return first.code;
  console.error(
    "A worker was ended by force. Running the tests once more, to tell a test's fault from a pause.",
  );
  const second = await runJest(ROOT, words, env, { quiet: true });
  if (second.forced) console.error("A test left something open: run its file with --detectOpenHandles.");
  return second.forced ? 1 : second.code;
}

/** Folders of the suites that are named first, then jest's options. Ends this process unless all are known. */
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

/** Whether a path into the slow suites is given: it runs without the name of its suite. */
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
