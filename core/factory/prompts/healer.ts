import { z } from "zod";
import type { Plan } from "#core/factory/plan/plan.ts";
import { STACKS } from "#core/factory/stacks/stacks.ts";
import { fileSchema, type SourceFile } from "#core/kernel/files.ts";
import { text } from "#core/kernel/text.ts";
import { definePrompt } from "#core/model/prompt.ts";

export interface HealerInput {
  readonly plan: Plan;
  readonly files: readonly SourceFile[];
  readonly audit_command: string;
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
}

const answer = z.strictObject({
  repaired: z.boolean(),
  reason: text().min(1).max(1000),
  /** Whole files, new or changed. */
  files: z.array(fileSchema).max(100),
  deleted: z.array(text().max(200)).max(100),
});
export type HealerAnswer = z.infer<typeof answer>;

const STACK_NOTES = STACKS.flatMap(({ prompt }) => prompt.healer ?? []);

export const healer = definePrompt<HealerInput, HealerAnswer>({
  role: "healer",
  system: `You are the healer of Gantry. An app's build, audit, acceptance or review failed. Find the cause and repair it with the smallest change.

- Repair the app, not the test, unless the test contradicts the plan. Never delete, skip or weaken a test to make it pass: every file of tests keeps its test cases and assertions.
${STACK_NOTES.map((note) => `- ${note}\n`).join("")}- Answer with whole files, only those that change. If you cannot repair it, set repaired to false and say why.
- You cannot run anything. Never claim that something passed.`,
  task: "Repair this app.",
  answer,
  answerDescription: "The files that change, and why.",
  temperature: 0.2,
  maxTokens: 8_000,
});
