/** One transform and one module system for every project. Node runs TypeScript by itself; jest needs swc. */
const base = {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2024",
          parser: { syntax: "typescript" },
          experimental: { keepImportAttributes: true },
        },
        module: { type: "es6" },
      },
    ],
  },
  modulePathIgnorePatterns: [
    "<rootDir>/.gantry/",
    "<rootDir>/.mutation/",
    "<rootDir>/dist/",
    "<rootDir>/local/brain/blueprints/.*/files/",
  ],
};

export default {
  projects: [
    {
      ...base,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/test/cloud/", "<rootDir>/test/e2e/", "<rootDir>/test/slow/"],
    },
    { ...base, displayName: "slow", testMatch: ["<rootDir>/test/slow/**/*.test.ts"] },
    { ...base, displayName: "cloud", testMatch: ["<rootDir>/test/cloud/**/*.test.ts"] },
    { ...base, displayName: "e2e", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
  // A limit only for what hangs, in times of this machine: scripts/test.ts measures it.
  testTimeout: 1_200_000 * Number(process.env.GANTRY_TEST_PACE || 1),
  reporters: ["default", "<rootDir>/scripts/test/skipped.ts"],
  // Half of the suite waits for other processes, so both cores are worth having even when there are only two.
  maxWorkers: 2,
  // A worker keeps a part of every module it has loaded, and slows down as its heap fills: a fresh one goes on.
  workerIdleMemoryLimit: "1500MB",
};
