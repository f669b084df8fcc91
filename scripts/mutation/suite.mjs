// What the tests of core/ use of `@jest/globals`, without jest: `describe` and `it` collect tests, which `runTests` runs
// in this process.
import { createRequire } from "node:module";

const ofJest = createRequire(import.meta.resolve("jest"));
const { bind } = ofJest("jest-each");
export const { expect } = ofJest("expect");

/** Every run tries the same cases of a property. */
const SEED = 1;
export const jest = { getSeed: () => SEED };

/** Tests and blocks below `describe`, in their order, and what runs around them. */
const emptyBlock = (name) => ({
  name,
  items: [],
  beforeAll: [],
  beforeEach: [],
  afterEach: [],
  afterAll: [],
});
let block = emptyBlock("");

const withEach = (add, supportsDone) =>
  Object.assign(add, {
    each: bind(add, supportsDone),
    skip: Object.assign(() => {}, { each: () => () => {} }),
  });

export const describe = withEach((name, fill) => {
  const outer = block;
  block = emptyBlock(name);
  outer.items.push(block);
  fill();
  block = outer;
}, false);
export const it = withEach((name, run) => void block.items.push({ name, run, at: callerOf() }), false);
const hook = (kind) => (run) => void block[kind].push(run);
export const beforeAll = hook("beforeAll");
export const beforeEach = hook("beforeEach");
export const afterEach = hook("afterEach");
export const afterAll = hook("afterAll");

/** The tests that `load` defines, as a block. */
export async function collectTests(load) {
  block = emptyBlock("");
  const all = block;
  await load();
  return all;
}

/**
 * Runs the tests of a block whose full names are `wanted`, one after the other. `around` is called with the full name,
 * the place and a function that runs the test and returns its error; false from it ends the run.
 */
export async function runTests(all, wanted, around) {
  return runBlock(all, [], { beforeEach: [], afterEach: [] });

  async function runBlock(within, path, hooks) {
    if (!namesOf(within, path).some(wanted)) return true;
    const own = {
      beforeEach: [...hooks.beforeEach, ...within.beforeEach],
      afterEach: [...within.afterEach, ...hooks.afterEach],
    };
    for (const prepare of within.beforeAll) await prepare();
    let goesOn = true;
    for (const item of within.items) {
      if (goesOn && item.items) goesOn = await runBlock(item, [...path, item.name], own);
      else if (goesOn) goesOn = await runOne(item, [...path, item.name].join(" "), own);
    }
    for (const clean of within.afterAll) await clean();
    return goesOn;
  }

  async function runOne({ run, at }, name, hooks) {
    if (!wanted(name)) return true;
    return around(name, at, async () => {
      try {
        for (const step of [...hooks.beforeEach, run, ...hooks.afterEach]) await step();
        return undefined;
      } catch (error) {
        return error ?? new Error("The test threw nothing.");
      }
    });
  }
}

function namesOf({ items }, path) {
  return items.flatMap((item) =>
    item.items ? namesOf(item, [...path, item.name]) : [[...path, item.name].join(" ")],
  );
}

/** Where a test is defined: line and column in its file, from 0. */
function callerOf() {
  const { stack = "" } = new Error("here");
  const frames = [...stack.matchAll(/(file:[^\s()]+\.test\.ts)(?:\?[^\s():]*)?:(\d+):(\d+)/g)];
  const [, , line = 1, column = 1] = frames[0] ?? [];
  return { line: line - 1, column: column - 1 };
}

export const ADDRESS = import.meta.url;
