/** What a stack is made of. Commands are argument vectors; `{node}` is the builder's own Node. */
export interface Stack {
  readonly title: string;
  /** Commands that make the output, in order. */
  readonly build: readonly (readonly string[])[];
  readonly audit: Audit;
  /** What the audit runs, by path: all that the runner would find by itself. */
  readonly test_file: RegExp;
  /** Paths whose names say that they hold tests; what else the audit runs may be a helper of tests. */
  readonly test_name: RegExp;
  /** Folder whose files are served as they are. */
  readonly static_folder: string;
  /** Folder whose modules become Vercel functions, if any. */
  readonly functions_folder?: string;
  /** Every path without a file is the app's own (client-side routing). */
  readonly single_page?: boolean;
  /** Packages the draft must depend on. */
  readonly requires: readonly string[];
  readonly tier: "small" | "large";
}

interface Audit {
  /** How an audit command begins; what follows are plain relative paths. */
  readonly command: string;
  /** What a person types to run one test file, but for the file. */
  readonly argv: readonly string[];
  readonly runner: "node-test" | "vitest";
}

const NODE_TEST = { command: "node --test", argv: ["{node}", "--test"], runner: "node-test" } as const;
/** The files that `node --test` finds (Node's documentation of the test runner). */
const NODE_TEST_FILE = /(^|\/)(test\/.*|test|test-[^/]*|[^/]*[._-]test)\.[cm]?[jt]s$/;
const NODE_TEST_NAME = /(^|\/)(test|test-[^/]*|[^/]*[._-]test)\.[cm]?[jt]s$/;
/** The files that Vitest finds (`include` of its defaults). */
const VITEST_FILE = /\.(test|spec)\.[cm]?[jt]sx?$/;

export const STACKS = {
  static: {
    title: "HTML, CSS and JavaScript",
    build: [],
    audit: NODE_TEST,
    test_file: NODE_TEST_FILE,
    test_name: NODE_TEST_NAME,
    static_folder: "public",
    requires: [],
    tier: "small",
  },
  "vite-react": {
    title: "Vite, React and TypeScript",
    build: [
      ["{node}", "node_modules/typescript/bin/tsc", "--noEmit"],
      ["{node}", "node_modules/vite/bin/vite.js", "build"],
    ],
    audit: {
      command: "vitest run",
      argv: ["{node}", "node_modules/vitest/vitest.mjs", "run"],
      runner: "vitest",
    },
    test_file: VITEST_FILE,
    test_name: VITEST_FILE,
    static_folder: "dist",
    single_page: true,
    requires: ["react", "react-dom", "vite", "vitest", "typescript"],
    tier: "small",
  },
  "node-api": {
    title: "Vercel functions on Node.js with a static front",
    build: [],
    audit: NODE_TEST,
    test_file: NODE_TEST_FILE,
    test_name: NODE_TEST_NAME,
    static_folder: "public",
    functions_folder: "api",
    requires: [],
    tier: "small",
  },
} as const satisfies Record<string, Stack>;

export type StackName = keyof typeof STACKS;
export const STACK_NAMES = Object.keys(STACKS) as [StackName, ...StackName[]];

/** The table row of a stack, with its full type. */
export function stackOf(name: StackName): Stack {
  return STACKS[name];
}
