import { exportsOf, MISSING_EXPORT } from "#core/factory/heal/exports.ts";
import { resolveImport } from "#core/factory/heal/imports.ts";
import { type HealRule, isText, namesIn, withFile } from "#core/factory/heal/rule.ts";

const IMPORT = /import\s*(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*["'](\.\.?\/[^"']+)["']/g;

/** Corrects a named import that differs from exactly one export only in case: "addtask" for "addTask". */
export const rule: HealRule = {
  name: "export-case",
  match: (output) => namesIn(output, MISSING_EXPORT),
  fix(files, named, { stack }) {
    for (const name of named) {
      for (const file of files.filter(isText)) {
        for (const [statement, names = "", specifier = ""] of file.content.matchAll(IMPORT)) {
          if (!names.split(",").some((part) => part.trim().split(/\s+/)[0] === name)) continue;
          const target = resolveImport(files, stack.imports, file.path, specifier);
          const meant = sameButCase(
            exportsOf(files.find(({ path }) => path === target)?.content ?? ""),
            name,
          );
          if (meant === undefined) continue;
          const fixed = statement.replace(
            new RegExp(`([{,]\\s*)${name.replaceAll("$", "\\$")}(?=\\s*(,|\\}|as\\b))(\\s+as\\b)?`),
            (_, before: string, _next: string, alias?: string) =>
              `${before}${meant}${alias ? alias : ` as ${name}`}`,
          );
          return {
            files: withFile(
              files,
              file.path,
              file.content.replace(statement, () => fixed),
            ),
            sentence: `${file.path} now imports ${meant}, not ${name}, from ${specifier}.`,
          };
        }
      }
    }
    return null;
  },
};

function sameButCase(names: readonly string[], wanted: string): string | undefined {
  if (names.includes(wanted)) return undefined;
  const found = names.filter((name) => name.toLowerCase() === wanted.toLowerCase());
  return found.length === 1 ? found[0] : undefined;
}
