import { blankText } from "#core/factory/draft/code-text.ts";
import { defaultExportOf, exportsOf } from "#core/factory/heal/exports.ts";
import { resolveImport } from "#core/factory/heal/imports.ts";
import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const BUILT_IN =
  /^(?:node:[\w/]+|assert(?:\/strict)?|crypto|events|fs(?:\/promises)?|http|os|path|stream|url|util)$/;
const REQUIRE =
  /^(?:const|let|var)\s+([\w$]+|\{[^}]*\})\s*=\s*require\(\s*(["'])([^"'\n]+)\2\s*\);?[ \t]*$/gm;

/** Writes `require` as `import` in ES modules, if every call is at the top level and its names are known to exist. */
export const rule: HealRule = {
  name: "module-require",
  match: (output) => (/\brequire is not defined/.test(output) ? [] : null),
  fix(files, _, { stack }) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.m?[jt]s$/.test(file.path)) continue;
      const content = imported(files, file, stack);
      if (content !== file.content && !/\brequire\s*\(/.test(blankText(content)))
        fixed.set(file.path, content);
    }
    return withContents(files, fixed, (paths) => `${paths} now uses import instead of require.`);
  },
};

function imported(files: readonly SourceFile[], file: SourceFile, stack: Stack): string {
  return file.content.replace(REQUIRE, (statement, bound: string, _quote, specifier: string) => {
    const names = bound.startsWith("{") ? bound.slice(1, -1).split(",") : null;
    const clause = names ? `{ ${names.map(renamed).filter(Boolean).join(", ")} }` : bound;
    const result = `import ${clause} from "${specifier}";`;
    if (BUILT_IN.test(specifier)) return result;
    if (!/^\.\.?\//.test(specifier)) return statement;
    const path = resolveImport(files, stack.imports, file.path, specifier);
    const content = files.find((other) => other.path === path)?.content;
    if (content === undefined) return statement;
    const known = exportsOf(content);
    const exists = names
      ? names.every((part) => part.trim() === "" || known.includes(part.split(":")[0]?.trim() ?? ""))
      : defaultExportOf(content) !== undefined;
    return exists ? result : statement;
  });
}

/** `a as b` for `a: b`. */
function renamed(part: string): string {
  return part.trim().replace(/\s*:\s*/, " as ");
}
