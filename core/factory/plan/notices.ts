import { z } from "zod";
import type { Plan } from "#core/factory/plan/plan.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import type { Check } from "#core/operations/check.ts";
import { BUILDS, FUNCTIONS } from "#core/operations/machine-checks.ts";

/** A limitation of the missions of an installation, for people. */
export const noticeSchema = z.object({
  about: z.enum(["builds", "functions"]).describe("What is refused or limited."),
  sentence: z.string(),
  fix: z
    .string()
    .nullable()
    .describe("A command or instruction for the operator that removes the limitation."),
  refused: z.boolean().exactOptional().describe("Whether they are refused, not only limited."),
});
export type Notice = z.infer<typeof noticeSchema>;

/** The notices that follow from the checks of a machine. */
export function noticesOf(checks: readonly Check[]): Notice[] {
  return checks.flatMap(({ name, state, detail, fix = null }) => {
    const about = name === BUILDS ? "builds" : name === FUNCTIONS ? "functions" : undefined;
    return about && state !== "ok" ? [{ about, sentence: detail, fix, refused: state === "fail" }] : [];
  });
}

/** The notices that concern this plan. */
export function noticesFor(
  { stack, deploy }: Pick<Plan, "stack" | "deploy">,
  notices: readonly Notice[],
): Notice[] {
  const hasFunctions = deploy && stackOf(stack).output.functions_folder !== undefined;
  return notices.filter(({ about }) => about === "builds" || hasFunctions);
}

export interface WithNotices {
  /** The limitations of missions in this installation. */
  readonly notices: () => Promise<readonly Notice[]>;
}
