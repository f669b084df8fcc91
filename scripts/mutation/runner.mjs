// Runs tests for Stryker in its own process: every file of the project is loaded anew for each mutant, everything else
// once. A mutant takes a tenth of a second so; a jest for each of them takes ten times as long.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { partsBelow } from "./parts.ts";
import { ADDRESS, collectTests, runTests } from "./suite.mjs";

/** Stryker goes to its copy of the project after it has loaded this module. */
const project = () => pathToFileURL(`${process.cwd()}/`).href;
const PART = process.env.GANTRY_MUTATED_PART;
/** The scenarios of the other tests once more, in every order and with every crash: seconds for each mutant. */
const REPETITIONS = /\/(race|crash)\.test\.ts$/;
/** In the folder where tests run: for each test file its tests and the files that it loads. */
const FOUND_FILE = "tests-found.json";

export const strykerPlugins = [
  { kind: "TestRunner", name: "in-process", factory: Object.assign(createRunner, { inject: [] }) },
];

function createRunner() {
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    dryRun: async () => {
      const found = [];
      const tests = [];
      for (const file of testFiles()) {
        const { results, loaded } = await runFile(file, () => true, { stops: false });
        found.push({ file, ids: results.map(({ id }) => id), loaded });
        tests.push(...results);
      }
      writeFileSync(FOUND_FILE, JSON.stringify(found));
      return { status: "complete", tests, mutantCoverage: stryker().mutantCoverage };
    },
    mutantRun: runMutant,
  };
}

/** What instrumented code reads and writes. */
const stryker = () => (globalThis.__stryker__ ??= {});

async function runMutant({ activeMutant, sandboxFileName, testFilter, hitLimit }) {
  const state = stryker();
  let nrOfTests = 0;
  try {
    for (const { file, wanted } of filesFor(sandboxFileName, testFilter)) {
      Object.assign(state, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined });
      const { results } = await runFile(file, wanted, { stops: true });
      nrOfTests += results.length;
      if (state.hitCount > hitLimit) return { status: "timeout", reason: "It is run too often." };
      const failed = results.find(({ status }) => status === FAILED);
      if (failed)
        return { status: "killed", killedBy: [failed.id], failureMessage: failed.failureMessage, nrOfTests };
    }
    return { status: "survived", nrOfTests };
  } catch (error) {
    return { status: "error", errorMessage: String(error?.stack ?? error) };
  } finally {
    state.activeMutant = undefined;
  }
}

/** The files with tests that reach a mutant, the one that mirrors its module first. */
function filesFor(mutated, testFilter) {
  const mirror = `test/${relative(process.cwd(), mutated)}`.replace(/\.ts$/, ".test.ts");
  const ids = testFilter && new Set(testFilter);
  return JSON.parse(readFileSync(FOUND_FILE, "utf8"))
    .filter((found) => (ids ? found.ids.some((id) => ids.has(id)) : found.loaded.includes(mutated)))
    .sort((one, other) => likeness(other.file, mirror) - likeness(one.file, mirror))
    .map(({ file }) => ({ file, wanted: (id) => !ids || ids.has(id) }));
}

/** How many characters two paths begin with that are the same. */
function likeness(path, other) {
  let length = 0;
  while (length < path.length && path[length] === other[length]) length++;
  return length;
}

const testFiles = () =>
  globSync(`test/${PART}/**/*.test.ts`)
    .filter((file) => !REPETITIONS.test(file))
    .filter((file) => !partsBelow(PART).some((other) => file.startsWith(`test/${other}/`)))
    .sort();

const [PASSED, FAILED] = [0, 1];

/** Loads a test file and all it imports anew, and runs those of its tests whose id is wanted. */
async function runFile(file, wanted, { stops }) {
  const loaded = startLoading();
  const tests = await collectTests(() => import(new URL(file, project())));
  const results = [];
  const idOf = (name) => `${file}: ${name}`;
  await runTests(
    tests,
    (name) => wanted(idOf(name)),
    async (name, startPosition, run) => {
      const id = idOf(name);
      const began = performance.now();
      stryker().currentTestId = id;
      const error = await run();
      stryker().currentTestId = undefined;
      results.push({
        id,
        name: id,
        timeSpentMs: Math.round(performance.now() - began),
        fileName: fileURLToPath(new URL(file, project())),
        startPosition,
        ...(error ? { status: FAILED, failureMessage: String(error.message ?? error) } : { status: PASSED }),
      });
      return !error || !stops;
    },
  );
  return { results, loaded };
}

let round = 0;
let loadedFiles = [];

/** From now on every file of the project is loaded anew; returns the list of those that are. */
function startLoading() {
  round++;
  loadedFiles = [];
  return loadedFiles;
}

const sources = new Map();

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "@jest/globals") return { url: ADDRESS, format: "module", shortCircuit: true };
    const resolved = next(specifier, context);
    if (!isOfProject(resolved.url)) return resolved;
    return { ...resolved, url: `${resolved.url.split("?")[0]}?${round}` };
  },
  load(url, context, next) {
    if (!isOfProject(url)) return next(url, context);
    const path = fileURLToPath(url.split("?")[0]);
    loadedFiles.push(path);
    let source = sources.get(path);
    if (source === undefined) {
      source = stripTypeScriptTypes(readFileSync(path, "utf8"));
      sources.set(path, source);
    }
    return { format: "module", source, shortCircuit: true };
  },
});

function isOfProject(url) {
  const path = url.split("?")[0];
  return path.startsWith(project()) && path.endsWith(".ts") && !path.includes("/node_modules/");
}
