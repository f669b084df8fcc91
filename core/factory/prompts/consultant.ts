import { z } from "zod";
import { CONSULTANT } from "#core/factory/agents/consultant.ts";
import type { DesignColors } from "#core/factory/design-image/colors.ts";
import { type FileDifferences, type Proposal, proposalSchema } from "#core/factory/plan/plan.ts";
import { MAX_SPEECH } from "#core/factory/plan/spoken-plan.ts";
import type { Choice } from "#core/factory/plan/switch.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import { text } from "#core/kernel/text.ts";
import { definePrompt } from "#core/model/prompt.ts";

export interface ConsultantInput {
  /** The person's messages, oldest first. */
  readonly messages: readonly string[];
  readonly previous: Proposal | null;
  readonly deploy: boolean;
  readonly publish: boolean;
  /** The design image with its colours, which are null if only a model can read them; null without an image. */
  readonly design_image: {
    readonly colors: DesignColors | null;
    /** Index of the message that it came with. */
    readonly message: number;
  } | null;
  /** The look that was chosen beside the messages, and the index of the message it came with; absent if none was. */
  readonly theme?: ThemeId;
  readonly theme_message?: number;
  /** What the person decided about single features, and how many messages came before; absent if nothing. */
  readonly switches?: readonly Choice[];
  /**
   * The app that exists and is to be changed: how many of the messages led to it, what it is now, null if a model wrote
   * it, the look that was chosen beside those messages, and what people have committed to its repository since, which
   * any change takes in.
   */
  readonly released?: {
    readonly messages: number;
    readonly specification: Planned | null;
    readonly theme?: { readonly id: ThemeId; readonly message: number };
    /** What was switched off in it. */
    readonly switches: readonly Choice[];
    readonly committed?: FileDifferences;
  };
}

const answer = z.strictObject({
  /** Null when the request cannot be built; `speech` then states why and what is possible. */
  proposal: proposalSchema.nullable(),
  speech: text().min(1).max(MAX_SPEECH),
  question: text().max(200).nullable(),
  /**
   * Whether the newest message only asks something and changes nothing; `proposal` is then null, and the previous plan
   * stays as it is.
   */
  aside: z.boolean().exactOptional(),
});
export type ConsultantAnswer = z.infer<typeof answer>;

export const consultant = definePrompt<ConsultantInput, ConsultantAnswer>(CONSULTANT, {
  answer,
  answerDescription: "The proposed plan and what to say about it.",
});
