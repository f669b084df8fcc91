import { runCommand } from "#builder/process/run-command.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Sandbox } from "./executor.ts";

const SECONDS = 15;

/**
 * Runs an empty program in a sandbox, so that later failures can be attributed to the app. Throws EnvironmentFailure.
 */
export async function prove(sandbox: Sandbox, limits: BuildLimits): Promise<void> {
  const step = await runCommand({
    name: "build",
    argv: [sandbox.node, "-e", "0"],
    sandbox,
    limits,
    deadline: performance.now() + SECONDS * 1000,
    cancelled: new AbortController().signal,
    onOutput: () => undefined,
    onMemory: () => undefined,
  });
  if (step.exit_code === 0 && step.killed === null) return;
  const why = step.stderr.head.trim().slice(0, 300) || step.killed || step.signal || `exit ${step.exit_code}`;
  throw new GantryError("EnvironmentFailure", `The sandbox cannot run Node: ${why}`);
}
