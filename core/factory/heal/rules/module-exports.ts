import { readPackageJson } from "#core/factory/heal/package-json.ts";
import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";

const SIGNS = /\b(?:module|exports) is not defined|\brequire is not defined|does not provide an export named/;
const LISTED = /^module\.exports\s*=\s*\{([\w$\s,]*)\};?[ \t]*$/m;
const WHOLE = /^module\.exports\s*=\s*([\w$]+);?[ \t]*$/m;
const SINGLE = /^(?:module\.)?exports\.([\w$]+)\s*=\s*\1;?[ \t]*$/gm;
const ANY = /\bmodule\.exports\b|(?<![\w$.])exports\./;

/** Writes `module.exports` of declared names as `export` in ES modules. */
export const rule: HealRule = {
  name: "module-exports",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files) {
    const isModule = readPackageJson(files)?.type === "module";
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !(isModule ? /\.m?js$/ : /\.mjs$/).test(file.path) || !ANY.test(file.content))
        continue;
      const content = file.content
        .replace(LISTED, (_, names: string) => `export { ${list(names)} };`)
        .replace(WHOLE, "export default $1;")
        .replace(SINGLE, "export { $1 };");
      if (!ANY.test(content)) fixed.set(file.path, content);
    }
    return withContents(files, fixed, (paths) => `${paths} now uses export instead of module.exports.`);
  },
};

function list(names: string): string {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .join(", ");
}
