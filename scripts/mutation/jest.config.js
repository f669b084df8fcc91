import tests from "../../jest.config.js";
import { partsBelow } from "./parts.ts";

const [unit] = tests.projects;
const part = process.env.GANTRY_MUTATED_PART;

/** The fast tests of one part. */
export default {
  ...unit,
  rootDir: "../..",
  testMatch: [`<rootDir>/test/${part}/**/*.test.ts`],
  testPathIgnorePatterns: [
    ...partsBelow(part).map((other) => `<rootDir>/test/${other}/`),
    // The scenarios of the other tests once more, in every order and with every crash: minutes for each mutant.
    "/(race|crash)\\.test\\.ts$",
  ],
  testTimeout: tests.testTimeout,
};
