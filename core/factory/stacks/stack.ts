/** How a kind of app is requested, drafted, built, audited, deployed and repaired. */
export interface Stack<Name extends string = string> {
  /** Its name in plans, drafts, the policy and as a folder. */
  readonly name: Name;
  /** Title for people. */
  readonly title: string;
  /** The size of the builder. */
  readonly tier: "small" | "large";
  /** Commands that create the output, in order, as argument vectors; `{node}` is the builder's Node. */
  readonly build: readonly (readonly string[])[];
  readonly audit: StackAudit;
  readonly output: OutputLayout;
  /** How a relative import is resolved: only by its exact path, or also with the extensions that a bundler adds. */
  readonly imports: "exact" | "bundled";
  readonly repairs: StackRepairs;
  readonly prompt: StackPrompt;
  /** Lower-case phrases with which people request this stack. */
  readonly phrases: readonly string[];
}

export interface StackAudit {
  /** Start of an audit command; only relative paths may follow. */
  readonly command: string;
  /** Command that runs one test file, without the file; `{node}` as in `build`. */
  readonly argv: readonly string[];
  readonly runner: "node-test" | "vitest";
  /** Matches the paths that the audit runs: all that the test runner finds by itself. */
  readonly test_file: RegExp;
  /** Matches paths that are named as tests; other files that the audit runs may be test helpers. */
  readonly test_name: RegExp;
  /** Example path of a test, for people and models. */
  readonly example: string;
}

/** Folders of the workspace, relative and without a trailing slash. */
interface OutputLayout {
  /** Folder with static files. */
  readonly static_folder: string;
  /** Folder whose modules become Vercel functions, if any. */
  readonly functions_folder?: string;
  /** Whether paths without a file are routed to the app (client-side routing). */
  readonly single_page?: boolean;
}

/** What a heal rule may add to package.json. */
interface StackRepairs {
  /** Exact versions, known to be compatible, by package name. */
  readonly packages: Readonly<Record<string, string>>;
  /** Commands by script name. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** Parts of prompts about the stack. */
export interface StackPrompt {
  /** When to choose it; continues a sentence that starts with its name. */
  readonly consultant: string;
  /** File layout, requirements of the draft, and how it is built and audited. */
  readonly architect: string;
  /** What a repair must know about its tools. */
  readonly healer?: string;
}
