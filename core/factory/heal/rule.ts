import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** A failure. `output` is the untrusted output of the commands. */
export interface FailureContext {
  readonly output: string;
  readonly stack: Stack;
}

interface Fix {
  readonly files: readonly SourceFile[];
  /** A sentence for people that describes the change. */
  readonly sentence: string;
}

/** A mechanical repair. */
export interface HealRule {
  /** The name of its file; used in signals and messages. */
  readonly name: string;
  /** The stacks it is for; all of them if absent. */
  appliesTo?(stack: Stack): boolean;
  /** Names in the output that this rule can repair, such as packages; null if the output shows another failure. */
  match(output: string): readonly string[] | null;
  /** The repaired files; null unless there is exactly one possible correction. `named` is the result of `match`. */
  fix(files: readonly SourceFile[], named: readonly string[], failure: FailureContext): Fix | null;
}

/** The files with one file replaced or added. */
export function withFile(files: readonly SourceFile[], path: string, content: string): SourceFile[] {
  if (!files.some((file) => file.path === path)) return [...files, { path, content }];
  return files.map((file) => (file.path === path ? { path, content } : file));
}

/** The fix with the new contents by path; null if there is none. */
export function withContents(
  files: readonly SourceFile[],
  contents: ReadonlyMap<string, string>,
  sentence: (paths: string) => string,
): Fix | null {
  if (contents.size === 0) return null;
  return {
    files: files.map((file) => {
      const content = contents.get(file.path);
      return content === undefined ? file : { ...file, content };
    }),
    sentence: sentence([...contents.keys()].join(", ")),
  };
}

export function isText(file: SourceFile): boolean {
  return file.encoding !== "base64";
}

/** The distinct matches of the first group of the patterns, which need the flag `g`; null if there is none. */
export function namesIn(output: string, patterns: readonly RegExp[]): string[] | null {
  const names = patterns.flatMap((pattern) => [...output.matchAll(pattern)].map(([, name = ""]) => name));
  return names.length === 0 ? null : [...new Set(names)];
}
