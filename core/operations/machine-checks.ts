import { z } from "zod";
import type { Check } from "./check.ts";
import { installCommand } from "./install-command.ts";

/** Output of the builder's `--executors`: the sandboxes of the machine, and the fix when there is none. */
export const surveySchema = z.object({
  executors: z.array(z.object({ name: z.string(), weaker: z.boolean().optional() })),
  fix: z.string().nullable(),
});
export type Survey = z.infer<typeof surveySchema>;

/** Why functions of deployed apps cannot run, with the fix; null when they can. */
export type FunctionsRefusal = { readonly message: string; readonly fix: string } | null;

/** Folders in which the service looks for system programs. */
export const PROGRAM_FOLDERS = ["/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin"] as const;

export const BUILDS = "sandbox";
export const FUNCTIONS = "functions";

/** Whether builds can run on this machine. Its sentences are shown at start, by `gantry doctor` and in plans. */
export function buildsCheck(survey: Survey | undefined): Check {
  const name = BUILDS;
  if (!survey)
    return {
      name,
      state: "fail",
      detail: "Builds are refused: the builder cannot be started.",
      fix: "install Gantry again",
    };
  const { executors, fix } = survey;
  const [best] = executors;
  if (!best)
    return {
      name,
      state: "fail",
      detail: "Builds are refused: they need a sandbox, and this machine has none.",
      ...(fix === null ? {} : { fix }),
    };
  if (best.weaker)
    return {
      name,
      state: "warn",
      detail: `Builds run in a weaker sandbox (${best.name}): it limits neither memory nor CPU, and builds can read files outside the home folder.`,
      fix: "run Gantry on Linux, or build only what you trust",
    };
  return { name, state: "ok", detail: executors.map((executor) => executor.name).join(", ") };
}

/** Whether functions of deployed apps can run on this machine. Static apps have none. */
export function functionsCheck(refusal: FunctionsRefusal): Check {
  const name = FUNCTIONS;
  return refusal
    ? { name, state: "warn", detail: refusal.message, fix: refusal.fix }
    : { name, state: "ok", detail: "functions of deployed apps run in a sandbox" };
}

/** Git serves the local repositories; missions run without it. `version` is its output, undefined if it is missing. */
export function gitCheck(
  version: string | undefined,
  { platform, exists }: { readonly platform: string; exists(path: string): boolean },
): Check {
  const name = "git";
  if (version !== undefined) return { name, state: "ok", detail: version };
  const fix =
    platform === "darwin" ? "xcode-select --install" : (installCommand("git", exists) ?? "install git");
  return {
    name,
    state: "warn",
    detail:
      "Git is not installed: missions run, but repositories on this machine cannot be cloned, and their pull requests show no changes.",
    fix,
  };
}
