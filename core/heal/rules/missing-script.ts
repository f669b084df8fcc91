import { stackOf } from "#core/factory/stacks/stacks.ts";
import { readPackageJson, writePackageJson } from "#core/heal/package-json.ts";
import type { Rule } from "#core/heal/rule.ts";
import { ownValue } from "#core/own-value.ts";

/** A script that npm was asked for and package.json does not have, if the stack has a usual one. */
export const MISSING_SCRIPT: Rule = {
  id: "missing-script",
  fix(files, { output, stack }) {
    const name = /Missing script:? ["']?([\w:-]+)["']?/i.exec(output)?.[1];
    const command = name === undefined ? undefined : ownValue(stackOf(stack).repairs.scripts, name);
    const manifest = readPackageJson(files);
    if (name === undefined || command === undefined || !manifest || ownValue(manifest.scripts ?? {}, name))
      return null;
    return {
      files: writePackageJson(files, { ...manifest, scripts: { ...manifest.scripts, [name]: command } }),
      sentence: `Added the script "${name}" to package.json.`,
    };
  },
};
