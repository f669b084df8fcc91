import type { HealRule } from "#core/factory/heal/rule.ts";
import { rule as asyncCallback } from "#core/factory/heal/rules/async-callback.ts";
import { rule as brokenJson } from "#core/factory/heal/rules/broken-json.ts";
import { rule as byteOrderMark } from "#core/factory/heal/rules/byte-order-mark.ts";
import { rule as codeFence } from "#core/factory/heal/rules/code-fence.ts";
import { rule as defaultImport } from "#core/factory/heal/rules/default-import.ts";
import { rule as duplicateDeclaration } from "#core/factory/heal/rules/duplicate-declaration.ts";
import { rule as elementId } from "#core/factory/heal/rules/element-id.ts";
import { rule as exportCase } from "#core/factory/heal/rules/export-case.ts";
import { rule as importPath } from "#core/factory/heal/rules/import-path.ts";
import { rule as jsonImport } from "#core/factory/heal/rules/json-import.ts";
import { rule as jsxExtension } from "#core/factory/heal/rules/jsx-extension.ts";
import { rule as labelFor } from "#core/factory/heal/rules/label-for.ts";
import { rule as missingDependency } from "#core/factory/heal/rules/missing-dependency.ts";
import { rule as missingExport } from "#core/factory/heal/rules/missing-export.ts";
import { rule as missingImport } from "#core/factory/heal/rules/missing-import.ts";
import { rule as missingScript } from "#core/factory/heal/rules/missing-script.ts";
import { rule as missingTestFile } from "#core/factory/heal/rules/missing-test-file.ts";
import { rule as moduleDirname } from "#core/factory/heal/rules/module-dirname.ts";
import { rule as moduleExports } from "#core/factory/heal/rules/module-exports.ts";
import { rule as moduleRequire } from "#core/factory/heal/rules/module-require.ts";
import { rule as moduleType } from "#core/factory/heal/rules/module-type.ts";
import { rule as nodeEnvironment } from "#core/factory/heal/rules/node-environment.ts";
import { rule as pageEntry } from "#core/factory/heal/rules/page-entry.ts";
import { rule as pageReference } from "#core/factory/heal/rules/page-reference.ts";
import { rule as runnerImport } from "#core/factory/heal/rules/runner-import.ts";
import { rule as scriptType } from "#core/factory/heal/rules/script-type.ts";
import { rule as typeImport } from "#core/factory/heal/rules/type-import.ts";

/** All rules in the order in which they run. Rules that make files readable come first. */
export const HEAL_RULES: readonly HealRule[] = [
  byteOrderMark,
  codeFence,
  brokenJson,
  scriptType,
  moduleType,
  moduleRequire,
  moduleExports,
  moduleDirname,
  jsonImport,
  jsxExtension,
  importPath,
  exportCase,
  defaultImport,
  missingExport,
  typeImport,
  duplicateDeclaration,
  asyncCallback,
  runnerImport,
  missingImport,
  missingDependency,
  missingScript,
  missingTestFile,
  pageEntry,
  pageReference,
  elementId,
  labelFor,
  nodeEnvironment,
];
