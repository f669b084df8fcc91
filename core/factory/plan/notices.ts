import { z } from "zod";
import type { Plan } from "#core/factory/plan/plan.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import type { Check } from "#core/operations/check.ts";
import { BUILDS, FUNCTIONS } from "#core/operations/machine-checks.ts";

/** What limits the missions of an installation, in a sentence for people. */
export const noticeSchema = z.object({
  about: z.enum(["builds", "functions"]).describe("What is refused or limited."),
  sentence: z.string(),
  fix: z.string().nullable().describe("The command, or the words, for the operator who wants to change it."),
});
export type Notice = z.infer<typeof noticeSchema>;

/** The notices that follow from what a machine was found to have. */
export function noticesOf(checks: readonly Check[]): Notice[] {
  return checks.flatMap(({ name, state, detail, fix = null }) => {
    const about = name === BUILDS ? "builds" : name === FUNCTIONS ? "functions" : undefined;
    return about && state !== "ok" ? [{ about, sentence: detail, fix }] : [];
  });
}

/** Those that a person should read before they confirm this plan. */
export function noticesFor(
  { stack, deploy }: Pick<Plan, "stack" | "deploy">,
  notices: readonly Notice[],
): Notice[] {
  const hasFunctions = deploy && stackOf(stack).output.functions_folder !== undefined;
  return notices.filter(({ about }) => about === "builds" || hasFunctions);
}

export interface WithNotices {
  /** What limits missions here, for people who are about to confirm one. */
  readonly notices: () => Promise<readonly Notice[]>;
}
