/** What Gantry knows of a kind of app: how it is asked for, drafted, built, audited, deployed and repaired. */
export interface Stack<Name extends string = string> {
  /** What plans, drafts and the policy call it; the name of its folder. */
  readonly name: Name;
  /** For people. */
  readonly title: string;
  /** The size of the builder. */
  readonly tier: "small" | "large";
  /** Commands that make the output, in order: argument vectors; `{node}` is the builder's own Node. */
  readonly build: readonly (readonly string[])[];
  readonly audit: StackAudit;
  readonly output: OutputLayout;
  /** How a relative import finds its file: by exactly its path, or by the endings that a bundler tries as well. */
  readonly imports: "exact" | "bundled";
  readonly repairs: StackRepairs;
  readonly prompt: StackPrompt;
  /** Phrases by which a person asks for this stack, in lower case. */
  readonly phrases: readonly string[];
}

export interface StackAudit {
  /** How an audit command begins; what follows are plain relative paths. */
  readonly command: string;
  /** What a person types to run one test file, without the file; `{node}` as in `build`. */
  readonly argv: readonly string[];
  readonly runner: "node-test" | "vitest";
  /** What the audit runs, by path: all that the runner would find by itself. */
  readonly test_file: RegExp;
  /** Paths whose names say that they hold tests; what else the audit runs may be a helper of tests. */
  readonly test_name: RegExp;
  /** A path that a test may have, for people and models. */
  readonly example: string;
}

/** Folders of the workspace, relative and without a slash at the end. */
interface OutputLayout {
  /** Folder whose files are served as they are. */
  readonly static_folder: string;
  /** Folder whose modules become Vercel functions, if any. */
  readonly functions_folder?: string;
  /** Every path without a file is the app's own (client-side routing). */
  readonly single_page?: boolean;
}

/** All that a mechanical repair may add to package.json. */
interface StackRepairs {
  /** Packages by name, in exact versions that are known to go together. */
  readonly packages: Readonly<Record<string, string>>;
  /** Scripts by name. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** What models are told about the stack, in one paragraph each. */
export interface StackPrompt {
  /** When to choose it; continues the sentence that begins with its name. */
  readonly consultant: string;
  /** Where files lie, what the draft must have and how it is built and audited. */
  readonly architect: string;
  /** What a repair must know about its tools, if anything. */
  readonly healer?: string;
}
