import { type HealRule, isText, namesIn, withContents } from "#core/factory/heal/rule.ts";

const TYPES = [/'([\w$]+)' is a type and must be imported using a type-only import/g];

/** Marks the import of a type as `type`. */
export const rule: HealRule = {
  name: "type-import",
  match: (output) => namesIn(output, TYPES),
  fix(files, named, { output }) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.tsx?$/.test(file.path) || !output.includes(file.path)) continue;
      const content = file.content.replace(/\bimport\s*(?:[\w$]+\s*,\s*)?\{[^}]*\}/g, (clause) =>
        clause.replace(/([{,]\s*)([\w$]+)(?=\s*(?:[,}]|as\b))/g, (part, before: string, name: string) =>
          named.includes(name) ? `${before}type ${name}` : part,
        ),
      );
      if (content !== file.content) fixed.set(file.path, content);
    }
    return withContents(files, fixed, (paths) => `${paths} now imports ${named.join(", ")} as types.`);
  },
};
