import { z } from "zod";

/** A regular expression that no file may match. */
export const patternSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, "must be kebab-case"),
  pattern: z.string().min(1).max(500).refine(compiles, "must be a regular expression"),
  /** Regular expression for the workspace paths to which the pattern applies; absent for all files. */
  paths: z.string().max(200).refine(compiles, "must be a regular expression").optional(),
  reason: z.string().min(1).max(300),
});
export type PolicyPattern = z.infer<typeof patternSchema>;

export interface Finding {
  readonly rule: string;
  readonly path: string | null;
  readonly reason: string;
}

/** The findings of all patterns, one per pattern and file. Findings never contain the matched text. */
export function patternFindings(
  patterns: readonly PolicyPattern[],
  texts: readonly { readonly path: string; readonly text: string }[],
): Finding[] {
  return patterns.flatMap(({ id, pattern, paths, reason }) => {
    const content = new RegExp(pattern, "u");
    const place = new RegExp(paths ?? "", "iu");
    return texts
      .filter(({ path, text }) => place.test(path) && content.test(text))
      .map(({ path }) => ({ rule: id, path, reason }));
  });
}

function compiles(source: string): boolean {
  try {
    return Boolean(new RegExp(source, "u"));
  } catch {
    return false;
  }
}
