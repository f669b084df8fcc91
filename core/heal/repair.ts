import type { StepResult } from "#core/build/result.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/files.ts";
import { outputOf } from "#core/heal/fingerprint.ts";
import type { Rule } from "#core/heal/rule.ts";
import { BROKEN_JSON } from "#core/heal/rules/broken-json.ts";
import { BYTE_ORDER_MARK } from "#core/heal/rules/byte-order-mark.ts";
import { EXPORT_CASE } from "#core/heal/rules/export-case.ts";
import { IMPORT_PATH } from "#core/heal/rules/import-path.ts";
import { MISSING_DEPENDENCY } from "#core/heal/rules/missing-dependency.ts";
import { MISSING_SCRIPT } from "#core/heal/rules/missing-script.ts";
import { MISSING_TEST_FILE } from "#core/heal/rules/missing-test-file.ts";
import { MODULE_TYPE } from "#core/heal/rules/module-type.ts";

/** In order: what later rules read must be readable first. */
const RULES: readonly Rule[] = [
  BYTE_ORDER_MARK,
  BROKEN_JSON,
  MODULE_TYPE,
  IMPORT_PATH,
  EXPORT_CASE,
  MISSING_DEPENDENCY,
  MISSING_SCRIPT,
  MISSING_TEST_FILE,
];

export interface Repaired {
  readonly files: readonly SourceFile[];
  readonly fixes: readonly { readonly rule: string; readonly sentence: string }[];
}

/** `reason` is all there is when the draft was refused before any command ran, as its dependencies are. */
interface Failed {
  readonly steps: readonly StepResult[];
  readonly reason: string;
  readonly stack: StackName;
}

/** Repairs what rules alone can repair, each rule once; null when none applies. The files given stay as they are. */
export function repair(files: readonly SourceFile[], { steps, reason, stack }: Failed): Repaired | null {
  const symptoms = { output: [...steps.map(outputOf), reason].join("\n"), stack };
  const start: Repaired = { files, fixes: [] };
  const end = RULES.reduce((state, rule) => {
    const fix = rule.fix(state.files, symptoms);
    if (!fix) return state;
    return { files: fix.files, fixes: [...state.fixes, { rule: rule.id, sentence: fix.sentence }] };
  }, start);
  return end.fixes.length > 0 ? end : null;
}
