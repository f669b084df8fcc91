import type { Acceptance } from "#core/factory/acceptance.ts";
import { changeArchitect } from "#core/factory/agents/change-architect.ts";
import type { PolicyLimits } from "#core/factory/architect/policy-limits.ts";
import type { Excerpt } from "#core/factory/heal/excerpts.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import { defineTextPrompt, type TextPrompt } from "#core/model/prompt.ts";

export interface ChangeFilesInput {
  /** The plan of the app as it is to be. */
  readonly plan: Pick<Plan, "title" | "summary" | "stack" | "features" | "acceptance">;
  /** What the person asks to change, in their words, and the edits that they confirmed. */
  readonly change: { readonly words: readonly string[]; readonly edits: readonly string[] };
  /** The files of the app, or the parts of them that matter for the change. */
  readonly files: readonly Excerpt[];
  /** Paths of files that are not shown, or in part. */
  readonly other_files: readonly string[];
  /** The acceptances and the command of the app as it is. */
  readonly acceptance: readonly Acceptance[];
  readonly run_command: string;
  readonly limits: PolicyLimits;
}

/** The prompt with which a language model changes an app that exists, in plain text. */
export const changeFiles = (stack: StackName): TextPrompt<ChangeFilesInput> =>
  defineTextPrompt<ChangeFilesInput>(changeArchitect(stack));
