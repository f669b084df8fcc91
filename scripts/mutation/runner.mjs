// Stryker's runner for jest loads every test file that imports a mutated module, and runs all of them although the
// first has failed. This one loads only the files with tests that reach the mutant, one after the other, the file that
// mirrors the module first, and stops at the first that fails.
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { stryker } from "./stryker.mjs";

const { strykerPlugins: theirs, strykerValidationSchema } = await stryker("jest-runner/dist/src/index.js");
const [{ kind, factory }] = theirs;

/** In the folder where tests run: the names of the tests of each file, for the processes that begin later. */
const TESTS_FILE = "tests-by-file.json";

export const strykerPlugins = [
  {
    kind,
    name: "jest-by-file",
    factory: Object.assign((injector) => runByFile(factory(injector)), { inject: factory.inject }),
  },
];
export { strykerValidationSchema };

function runByFile(jest) {
  let testFiles;
  const adapter = jest.jestTestAdapter;
  const run = adapter.run.bind(adapter);
  adapter.run = (settings) => run(testFiles ? { ...settings, testFiles } : settings);
  return {
    capabilities: () => jest.capabilities(),
    init: () => jest.init(),
    async dryRun(options) {
      const result = await jest.dryRun(options);
      writeFileSync(TESTS_FILE, JSON.stringify(testsByFile(result.tests ?? [])));
      return result;
    },
    async mutantRun(options) {
      let nrOfTests = 0;
      for (const [file, testFilter] of filesFor(options)) {
        testFiles = [file];
        const result = await jest.mutantRun({ ...options, testFilter });
        nrOfTests += result.nrOfTests ?? 0;
        if (result.status !== "survived") return { ...result, nrOfTests };
      }
      return { status: "survived", nrOfTests };
    },
  };
}

/** Pairs of a file and the names of its tests. */
function testsByFile(tests) {
  const byFile = Map.groupBy(tests, ({ fileName }) => fileName);
  return [...byFile].map(([file, all]) => [file, all.map(({ name }) => name)]);
}

/** The files to run for a mutant, each with the names of its tests; without names all of them. */
function filesFor({ testFilter, sandboxFileName }) {
  const files = JSON.parse(readFileSync(TESTS_FILE, "utf8"));
  const wanted = testFilter && new Set(testFilter);
  const mirror = `test/${relative(process.cwd(), sandboxFileName)}`.replace(/\.ts$/, ".test.ts");
  return files
    .map(([file, names]) => [file, wanted && names.filter((name) => wanted.has(name))])
    .filter(([, names]) => names?.length !== 0)
    .sort(([one], [other]) => likeness(other, mirror) - likeness(one, mirror));
}

/** How many characters a test file's path begins with that the mirror's does too. */
function likeness(file, mirror) {
  const path = relative(process.cwd(), file);
  let length = 0;
  while (length < path.length && path[length] === mirror[length]) length++;
  return length;
}
