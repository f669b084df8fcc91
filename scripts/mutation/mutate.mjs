// Mutation testing with Stryker: `npm run mutate`, or `npm run mutate -- <path> ...` for some folders or files of core/.
// Prints the mutants that no test detects and the score of each part; exits 1 if a part is below the minimum score. Results are kept in `.mutation/` with an HTML report; later runs repeat only the parts that have changed.
import { join } from "node:path";
import { PARTS, partsBelow } from "./parts.ts";
import { stryker } from "./stryker.mjs";

const LOWEST_SCORE = 80;
/** A mutant that waits for ever is ended after the time of its tests, one and a half times, and this. */
const PATIENCE_MS = 30_000;
/** A process keeps every module that it has loaded: a fresh one goes on after so many mutants. */
const MUTANTS_PER_PROCESS = 100;

// A property is tried on a sample of its cases: what is wrong in one of ten cases is found, in a tenth of the time.
process.env.GANTRY_TEST_SAMPLE = "1";

const chosen = choose(process.argv.slice(2));
const { Stryker } = await stryker("core/dist/src/index.js");
for (const [part, files] of chosen) await mutate(part, files);

/** Returns the files to mutate in each part, as patterns. Ends this process for a path that is in no part. */
function choose(paths) {
  const byPart = new Map();
  for (const path of paths.length > 0 ? paths : PARTS) {
    const part = PARTS.find((folder) => `${path}/`.startsWith(`${folder}/`));
    if (!part) fail(`'${path}' is not in a mutated part; the parts are ${PARTS.join(", ")}.`);
    const files = path.endsWith(".ts") ? [path] : [`${path}/**/*.ts`];
    byPart.set(part, [...(byPart.get(part) ?? []), ...files]);
  }
  return byPart;
}

async function mutate(part, files) {
  process.env.GANTRY_MUTATED_PART = part;
  const report = join(".mutation", part.replaceAll("/", "-"));
  await new Stryker({
    mutate: [...files, ...partsBelow(part).map((other) => `!${other}/**`)],
    testRunner: "in-process",
    plugins: ["runner.mjs", "messages.mjs"].map((file) => join(import.meta.dirname, file)),
    ignorers: ["messages"],
    testRunnerNodeArgs: ["--no-warnings"],
    coverageAnalysis: "perTest",
    // Without tsconfig.json Stryker does not use the compiler's API; `npm run types` checks types.
    ignorePatterns: ["/tsconfig.json", "/.gantry", "/.local-cloud", "/.mutation", "/dist", "/cdk.out"],
    disableTypeChecks: false,
    timeoutMS: PATIENCE_MS,
    maxTestRunnerReuse: MUTANTS_PER_PROCESS,
    incremental: true,
    incrementalFile: `${report}.json`,
    tempDirName: ".mutation/sandboxes",
    reporters: ["clear-text", "html", process.stdout.isTTY ? "progress" : "progress-append-only"],
    clearTextReporter: { allowColor: process.stdout.isTTY === true, reportTests: false, logTests: false },
    htmlReporter: { fileName: `${report}.html` },
    thresholds: { high: 90, low: LOWEST_SCORE, break: LOWEST_SCORE },
    allowConsoleColors: process.stdout.isTTY === true,
  }).runMutationTest();
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
