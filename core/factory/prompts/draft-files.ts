import { stackArchitect } from "#core/factory/agents/stack-architect.ts";
import type { PolicyLimits } from "#core/factory/architect/policy-limits.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import { defineTextPrompt, type TextPrompt } from "#core/model/prompt.ts";

export interface DraftFilesInput {
  readonly plan: Plan;
  /** The path at which the factory adds the design image, so that the app can show it. */
  readonly design_image: { readonly path: string; readonly media_type: string } | null;
  readonly limits: PolicyLimits;
}

/** The prompt with which a language model drafts an app of a stack, file by file, in plain text. */
export const draftFiles = (stack: StackName): TextPrompt<DraftFilesInput> =>
  defineTextPrompt<DraftFilesInput>(stackArchitect(stack));
