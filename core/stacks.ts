/** What a stack is made of. `build` and `audit` are argument vectors; `{node}` is the builder's own Node. */
export interface Stack {
  readonly title: string;
  /** Commands that make the output, in order. */
  readonly build: readonly (readonly string[])[];
  /** Prefixes an audit command may have; what follows are plain relative paths. */
  readonly audits: Readonly<Record<string, readonly string[]>>;
  /** What the audit takes for a test by itself. */
  readonly test_file: RegExp;
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

const NODE_TEST = { "node --test": ["{node}", "--test"] } as const;
/** The files that `node --test` finds (Node's documentation of the test runner). */
const NODE_TEST_FILE = /(^|\/)(test\/.*|test|test-[^/]*|[^/]*[._-]test)\.[cm]?[jt]s$/;

export const STACKS = {
  static: {
    title: "HTML, CSS and JavaScript",
    build: [],
    audits: NODE_TEST,
    test_file: NODE_TEST_FILE,
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
    audits: { "vitest run": ["{node}", "node_modules/vitest/vitest.mjs", "run"] },
    test_file: /\.(test|spec)\.[cm]?[jt]sx?$/,
    static_folder: "dist",
    single_page: true,
    requires: ["react", "react-dom", "vite", "vitest", "typescript"],
    tier: "small",
  },
  "node-api": {
    title: "Vercel functions on Node.js with a static front",
    build: [],
    audits: NODE_TEST,
    test_file: NODE_TEST_FILE,
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
