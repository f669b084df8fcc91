import { readPackageJson, writePackageJson } from "#core/factory/heal/package-json.ts";
import type { HealRule } from "#core/factory/heal/rule.ts";
import { ownValue } from "#core/kernel/own-value.ts";

/** A script that npm was asked for and package.json does not have, if the stack has a usual one. */
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
