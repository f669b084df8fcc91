import { resolveImport } from "#core/factory/heal/imports.ts";
import { isText } from "#core/factory/heal/rule.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const STATEMENT = /\bimport\s+([\w$\s,{}]+?)\s+from\s*["'](\.\.?\/[^"'\n]+)["']/g;

/** An import statement of a file of the draft. */
export interface RelativeImport {
  readonly file: SourceFile;
  readonly statement: string;
  /** What stands between `import` and `from`. */
  readonly clause: string;
  readonly specifier: string;
  readonly target: SourceFile;
}

/** The static imports, other than `* as`, that resolve to a file of the draft. */
export function relativeImports(files: readonly SourceFile[], stack: Stack): RelativeImport[] {
  return files
    .filter((file) => isText(file) && /\.[cm]?[jt]sx?$/.test(file.path))
    .flatMap((file) =>
      [...file.content.matchAll(STATEMENT)].flatMap(([statement, clause = "", specifier = ""]) => {
        const path = resolveImport(files, stack.imports, file.path, specifier);
        const target = files.find((other) => other.path === path);
        return target && isText(target)
          ? [{ file, statement, clause: clause.trim(), specifier, target }]
          : [];
      }),
    );
}

/** The imported names of `{ a, b as c }`, before `as`; empty without braces. */
export function namedIn(clause: string): string[] {
  const names = /\{([^}]*)\}/.exec(clause)?.[1] ?? "";
  return names
    .split(",")
    .map(
      (part) =>
        part
          .trim()
          .replace(/^type\s+/, "")
          .split(/\s+/)[0] ?? "",
    )
    .filter((name) => name !== "");
}
