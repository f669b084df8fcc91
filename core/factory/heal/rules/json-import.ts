import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";

const SIGNS = /ERR_IMPORT_ATTRIBUTE_MISSING|needs an import attribute of ['"]type: json['"]/;
const IMPORT = /(\bimport\s+[\w$]+\s+from\s*(["'])\.\.?\/[^"'\n]+\.json\2)(?!\s*with\b)/g;

/** Adds the import attribute that Node requires for JSON. */
export const rule: HealRule = {
  name: "json-import",
  appliesTo: ({ imports }) => imports === "exact",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.m?js$/.test(file.path)) continue;
      const content = file.content.replace(IMPORT, '$1 with { type: "json" }');
      if (content !== file.content) fixed.set(file.path, content);
    }
    return withContents(files, fixed, (paths) => `${paths} now imports JSON with its type.`);
  },
};
