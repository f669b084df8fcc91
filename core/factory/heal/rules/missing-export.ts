import { defaultExportOf, exportsOf, MISSING_EXPORT } from "#core/factory/heal/exports.ts";
import { namedIn, relativeImports } from "#core/factory/heal/relative-imports.ts";
import { type HealRule, namesIn, withFile } from "#core/factory/heal/rule.ts";

/** Exports a declaration that another file imports by its exact name. */
export const rule: HealRule = {
  name: "missing-export",
  match: (output) => namesIn(output, MISSING_EXPORT),
  fix(files, named, { stack }) {
    for (const { clause, target } of relativeImports(files, stack)) {
      const { path, content } = target;
      const name = namedIn(clause).find((name) => named.includes(name) && !exportsOf(content).includes(name));
      if (name === undefined || defaultExportOf(content) === name) continue;
      // Such a file is no ES module yet.
      if (/\bmodule\.exports\b|^exports\./m.test(content)) continue;
      const pattern = new RegExp(
        `^(?:async\\s+)?(?:function\\*?|class|const|let|type|interface)\\s+${name.replaceAll("$", "\\$")}(?![\\w$])`,
        "gm",
      );
      const [declaration, ...others] = content.matchAll(pattern);
      if (!declaration || others.length > 0) continue;
      const { index } = declaration;
      return {
        files: withFile(files, path, `${content.slice(0, index)}export ${content.slice(index)}`),
        sentence: `${path} now exports ${name}, which other files import.`,
      };
    }
    return null;
  },
};
