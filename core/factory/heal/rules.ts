import type { HealRule } from "#core/factory/heal/rule.ts";
import { rule as brokenJson } from "#core/factory/heal/rules/broken-json.ts";
import { rule as byteOrderMark } from "#core/factory/heal/rules/byte-order-mark.ts";
import { rule as exportCase } from "#core/factory/heal/rules/export-case.ts";
import { rule as importPath } from "#core/factory/heal/rules/import-path.ts";
import { rule as missingDependency } from "#core/factory/heal/rules/missing-dependency.ts";
import { rule as missingScript } from "#core/factory/heal/rules/missing-script.ts";
import { rule as missingTestFile } from "#core/factory/heal/rules/missing-test-file.ts";
import { rule as moduleType } from "#core/factory/heal/rules/module-type.ts";

/** All rules in the order in which they run. Rules that make files readable come first. */
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
