import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** What a rule sees of a failure. `output` is everything the failed commands wrote, untrusted. */
export interface FailureContext {
  readonly output: string;
  readonly stack: Stack;
}

interface Fix {
  readonly files: readonly SourceFile[];
  /** One sentence that says what was changed, for people. */
  readonly sentence: string;
}

/** A mechanical repair. */
export interface HealRule {
  /** The name of its file, by which signals and people know it. */
  readonly name: string;
  /** The stacks it is for; all of them if absent. */
  appliesTo?(stack: Stack): boolean;
  /** What the output names that this rule may repair, such as packages; null if it shows another failure. */
  match(output: string): readonly string[] | null;
  /** The repaired files; null unless exactly one change is right. `named` is what `match` returned. */
  fix(files: readonly SourceFile[], named: readonly string[], failure: FailureContext): Fix | null;
}

/** The files with one file's content replaced, or added when it was not there. */
export function withFile(files: readonly SourceFile[], path: string, content: string): SourceFile[] {
  if (!files.some((file) => file.path === path)) return [...files, { path, content }];
  return files.map((file) => (file.path === path ? { path, content } : file));
}

export function isText(file: SourceFile): boolean {
  return file.encoding !== "base64";
}

/** What the first group of any of the patterns (all with the flag `g`) finds, each once; null if none finds any. */
export function namesIn(output: string, patterns: readonly RegExp[]): string[] | null {
  const names = patterns.flatMap((pattern) => [...output.matchAll(pattern)].map(([, name = ""]) => name));
  return names.length === 0 ? null : [...new Set(names)];
}
