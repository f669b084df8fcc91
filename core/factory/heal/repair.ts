import type { StepResult } from "#core/factory/build/result.ts";
import { outputOf } from "#core/factory/heal/fingerprint.ts";
import type { FailureContext, HealRule } from "#core/factory/heal/rule.ts";
import { HEAL_RULES } from "#core/factory/heal/rules.ts";
import { type StackName, stackOf } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/kernel/files.ts";

export interface Repaired {
  readonly files: readonly SourceFile[];
  readonly fixes: readonly { readonly rule: string; readonly sentence: string }[];
}

/** A failed build. `steps` is empty when the draft was refused before any command ran, for example its dependencies. */
interface Failed {
  readonly steps: readonly StepResult[];
  readonly reason: string;
  readonly stack: StackName;
}

/** Applies each heal rule once; null when none applies. Does not change `files`. */
export function repair(files: readonly SourceFile[], { steps, reason, stack }: Failed): Repaired | null {
  const failure: FailureContext = {
    output: [...steps.map(outputOf), reason].join("\n"),
    stack: stackOf(stack),
  };
  const repaired = HEAL_RULES.reduce<Repaired>(
    (state, rule) => {
      const fix = fixBy(rule, state.files, failure);
      if (!fix) return state;
      return { files: fix.files, fixes: [...state.fixes, { rule: rule.name, sentence: fix.sentence }] };
    },
    { files, fixes: [] },
  );
  return repaired.fixes.length > 0 ? repaired : null;
}

function fixBy(
  rule: HealRule,
  files: readonly SourceFile[],
  failure: FailureContext,
): ReturnType<HealRule["fix"]> {
  if (rule.appliesTo?.(failure.stack) === false) return null;
  const named = rule.match(failure.output);
  return named && rule.fix(files, named, failure);
}
