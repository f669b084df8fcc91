import type { HealRule } from "#core/heal/rule.ts";
import { rule as brokenJson } from "#core/heal/rules/broken-json.ts";
import { rule as byteOrderMark } from "#core/heal/rules/byte-order-mark.ts";
import { rule as exportCase } from "#core/heal/rules/export-case.ts";
import { rule as importPath } from "#core/heal/rules/import-path.ts";
import { rule as missingDependency } from "#core/heal/rules/missing-dependency.ts";
import { rule as missingScript } from "#core/heal/rules/missing-script.ts";
import { rule as missingTestFile } from "#core/heal/rules/missing-test-file.ts";
import { rule as moduleType } from "#core/heal/rules/module-type.ts";

/** Every rule, one file each, in the order in which they run: what later rules read must be readable first. */
export const HEAL_RULES: readonly HealRule[] = [
  byteOrderMark,
  brokenJson,
  moduleType,
  importPath,
  exportCase,
  missingDependency,
  missingScript,
  missingTestFile,
];
