import type { StackName } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/files.ts";

/** What a rule sees of a failure. `output` is everything the failed commands wrote, untrusted. */
interface Symptoms {
  readonly output: string;
  readonly stack: StackName;
}

interface RuleFix {
  readonly files: readonly SourceFile[];
  /** One sentence that says what was changed, for people. */
  readonly sentence: string;
}

/** A mechanical repair. It answers null unless it knows exactly one right change. */
export interface Rule {
  readonly id: string;
  fix(files: readonly SourceFile[], symptoms: Symptoms): RuleFix | null;
}

/** The files with one file's content replaced, or added when it was not there. */
export function withFile(files: readonly SourceFile[], path: string, content: string): SourceFile[] {
  if (!files.some((file) => file.path === path)) return [...files, { path, content }];
  return files.map((file) => (file.path === path ? { path, content } : file));
}

export function isText(file: SourceFile): boolean {
  return file.encoding !== "base64";
}
