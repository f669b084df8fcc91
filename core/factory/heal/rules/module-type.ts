import { readPackageJson, writePackageJson } from "#core/factory/heal/package-json.ts";
import { type HealRule, isText } from "#core/factory/heal/rule.ts";

const SIGNS =
  /Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import\.meta' outside a module|exports is not defined in ES module scope|ERR_REQUIRE_ESM/;

/** Adds `"type": "module"` to a package with ES modules. */
export const rule: HealRule = {
  name: "module-type",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files) {
    const manifest = readPackageJson(files);
    if (!manifest || manifest.type === "module") return null;
    const code = files.filter((file) => isText(file) && /\.[jt]sx?$/.test(file.path));
    const modern = code.some(({ content }) => /^\s*(import|export)\b/m.test(content));
    const old = code.some(({ content }) => /\bmodule\.exports\b|\brequire\s*\(/.test(content));
    if (!modern || old) return null;
    return {
      files: writePackageJson(files, { ...manifest, type: "module" }),
      sentence: 'Set "type": "module" in package.json.',
    };
  },
};
