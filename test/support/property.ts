import { jest } from "@jest/globals";
import fc from "fast-check";

/** One run in so many, in a sample of a slow suite. */
const SAMPLED = 10;

/** How often a property with so many runs is tried in this run of the tests. */
export const runs = (count: number): number =>
  process.env.GANTRY_TEST_SAMPLE ? Math.ceil(count / SAMPLED) : count;

/** How often a property is tried that does not say it. */
const USUAL_RUNS = 100;

fc.configureGlobal({ seed: jest.getSeed(), numRuns: runs(USUAL_RUNS) });

/** fast-check with the seed of the run. */
export { fc };
