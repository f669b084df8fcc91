import { defaultExportOf, exportsOf, MISSING_EXPORT } from "#core/factory/heal/exports.ts";
import { namedIn, type RelativeImport, relativeImports } from "#core/factory/heal/relative-imports.ts";
import { type HealRule, namesIn, withFile } from "#core/factory/heal/rule.ts";

/** Corrects a default import of a named export, and a named import of a default export, of the same name. */
export const rule: HealRule = {
  name: "default-import",
  match: (output) => namesIn(output, MISSING_EXPORT),
  fix(files, named, { stack }) {
    for (const found of relativeImports(files, stack)) {
      const clause = named.includes("default") ? asNamed(found) : asDefault(found, named);
      if (clause === null) continue;
      const { file, statement, specifier } = found;
      const fixed = statement.replace(found.clause, () => clause);
      return {
        files: withFile(
          files,
          file.path,
          file.content.replace(statement, () => fixed),
        ),
        sentence: `${file.path} now imports ${clause} from ${specifier}, as that file exports it.`,
      };
    }
    return null;
  },
};

/** `{ a }` for the clause `a`, if the module has no default export but exports that name. */
function asNamed({ clause, target }: RelativeImport): string | null {
  const [, name = "", rest] = /^([\w$]+)(?:\s*,\s*\{([^}]*)\})?$/.exec(clause) ?? [];
  if (name === "" || defaultExportOf(target.content) !== undefined) return null;
  if (!exportsOf(target.content).includes(name)) return null;
  return rest === undefined ? `{ ${name} }` : `{ ${name}, ${rest.trim()} }`;
}

/** `a` for the clause `{ a }`, if the module exports that name as its default and not by name. */
function asDefault({ clause, target }: RelativeImport, named: readonly string[]): string | null {
  const [name, ...others] = namedIn(clause);
  if (name === undefined || others.length > 0 || clause.replace(/[{}\s]/g, "") !== name) return null;
  if (!named.includes(name) || exportsOf(target.content).includes(name)) return null;
  return defaultExportOf(target.content) === name ? name : null;
}
