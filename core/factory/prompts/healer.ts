import { z } from "zod";
import { type Acceptance, MAX_STEPS, targetSchema } from "#core/factory/acceptance.ts";
import type { AcceptanceOutcome } from "#core/factory/acceptance-report.ts";
import { HEALER } from "#core/factory/agents/healer.ts";
import type { Excerpt } from "#core/factory/heal/excerpts.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { fileSchema } from "#core/kernel/files.ts";
import { text } from "#core/kernel/text.ts";
import { definePrompt } from "#core/model/prompt.ts";

export interface HealerInput {
  readonly plan: Pick<Plan, "title" | "summary" | "stack" | "features" | "acceptance" | "request">;
  /** The files, or parts of them, that the failure is about. */
  readonly files: readonly Excerpt[];
  /** Paths of files that are not shown, or in part. */
  readonly other_files: readonly string[];
  /** Files whose edits failed before, so they have to be given as a whole. */
  readonly whole_files: readonly string[];
  readonly audit_command: string;
  /** The acceptances of the draft; only for a failed acceptance. */
  readonly acceptance: readonly Acceptance[];
  readonly failure: Failure;
  /** Descriptions of earlier repairs, oldest first. */
  readonly history: readonly string[];
}

/** A failure that the builder, the browser or the critic reported. `output` is untrusted text. */
export interface Failure {
  readonly source: "build" | "dependencies" | "acceptance" | "review";
  readonly reason: string;
  readonly steps: readonly {
    readonly command: string;
    readonly exit_code: number | null;
    readonly output: string;
  }[];
  /** What the browser reported of a failed acceptance; steps count from 0. */
  readonly browser: {
    readonly failed: readonly AcceptanceOutcome[];
    readonly page_errors: readonly string[];
    /** What the image beside the input shows; null if there is none. */
    readonly attached_image: string | null;
  } | null;
}

const answer = z.strictObject({
  repaired: z.boolean(),
  reason: text().min(1).max(1000),
  edits: z
    .array(z.strictObject({ path: text().max(200), search: text().max(20_000), replace: text().max(40_000) }))
    .max(60)
    .default([])
    .describe(
      "Changes of existing files: whole lines to search for, copied exactly, and the lines to replace them with.",
    ),
  files: z
    .array(fileSchema)
    .max(100)
    .default([])
    .describe("New files, and files that whole_files lists, as a whole."),
  deleted: z.array(text().max(200)).max(100).default([]),
  locators: z
    .array(
      z.strictObject({
        acceptance: text().max(200),
        step: z.number().int().min(1).max(MAX_STEPS),
        target: targetSchema,
        reason: text().min(1).max(300),
      }),
    )
    .max(30)
    .default([])
    .describe("Corrections of how acceptance steps, counted from 1, find their elements."),
});
export type HealerAnswer = z.infer<typeof answer>;

export const healer = definePrompt<HealerInput, HealerAnswer>(HEALER, {
  answer,
  answerDescription: "The files that change, and why.",
});
