import type { KnipConfig } from "knip";

/** `knip --production` leaves out what only tests and benches use: what they alone import is dead in the product. */
const production = process.argv.includes("--production");

const programs = [
  "cli/main.ts",
  "local/main.ts",
  "local-cloud/main.ts",
  "local/examine.ts",
  "local/home-archive.ts",
  "lambdas/*/*.ts",
  "lambdas/steps/*/*.ts",
  "builder-image/main.ts",
  "adapters/dependencies/npm-process.ts",
  "skills/*/execute.ts",
  "sdk/typescript/*.ts",
  "bin/*.ts",
  "scripts/**/*.{mjs,ts}",
];

export default {
  entry: [
    ...programs.map((path) => `${path}!`),
    "test/**/*.test.ts",
    "test/e2e/support/{traced-main,counting-main,clock-ahead,kill-at,replace-production}.ts",
    "test/slow/dependencies/peak-memory.ts",
    "bench/*.ts",
    "web/vite.config.ts!",
    "web/{main.tsx,docs.js,share/main.tsx}!",
  ],
  project: [
    ...[
      "core",
      "adapters",
      "lambdas",
      "builder-image",
      "local",
      "local-cloud",
      "cli",
      "sdk",
      "deployment",
      "skills",
      "lib",
      "bin",
    ].map((folder) => `${folder}/**/*.ts!`),
    "web/**/*.{ts,tsx}!",
    "test/**/*.ts",
    "bench/**/*.ts",
  ],
  ignore: ["local/brain/blueprints/**/files/**"],
  // A function may be exported for its test when its own file uses it.
  ignoreExportsUsedInFile: production,
  ignoreBinaries: ["java", "mvn"],
  ignoreDependencies: ["swagger-ui-dist", "tailwindcss", ...(production ? ["node"] : [])],
} satisfies KnipConfig;
