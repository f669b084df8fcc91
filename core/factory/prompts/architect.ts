import { ARCHITECT } from "#core/factory/agents/architect.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { definePrompt } from "#core/model/prompt.ts";

export interface ArchitectInput {
  readonly plan: Plan;
  /** The path at which the factory adds the design image, so that the app can show it. */
  readonly design_image: { readonly path: string; readonly media_type: string } | null;
}

export const architect = definePrompt<ArchitectInput, Manifest>(ARCHITECT, {
  answer: manifestSchema,
  answerDescription: "The whole app: files, commands and acceptance steps.",
});
