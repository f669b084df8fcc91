import { readPackageJson, writePackageJson } from "#core/factory/heal/package-json.ts";
import type { HealRule } from "#core/factory/heal/rule.ts";
import { ownValue } from "#core/kernel/own-value.ts";

/** Adds a script that npm did not find in package.json, if the stack has a default for it. */
export const rule: HealRule = {
  name: "missing-script",
  match(output) {
    const name = /Missing script:? ["']?([\w:-]+)["']?/i.exec(output)?.[1];
    return name === undefined ? null : [name];
  },
  fix(files, [name = ""], { stack }) {
    const command = ownValue(stack.repairs.scripts, name);
    const manifest = readPackageJson(files);
    if (command === undefined || !manifest || ownValue(manifest.scripts ?? {}, name)) return null;
    return {
      files: writePackageJson(files, { ...manifest, scripts: { ...manifest.scripts, [name]: command } }),
      sentence: `Added the script "${name}" to package.json.`,
    };
  },
};
