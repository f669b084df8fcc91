import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { CliConfig } from "#cli/config.ts";
import { NODE_MAJOR, ownNode } from "#cli/service/own-node.ts";

/** A program of ours runs each sandbox or loads the policy, on a machine that may be busy. */
export const OWN_PROGRAM_MS = 60_000;

/** The first line that a program prints; undefined when it is missing, fails or prints nothing. */
export async function firstLine(
  program: string,
  args: readonly string[],
  timeout = 5_000,
): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { timeout });
    return stdout.split("\n", 1)[0]?.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The Node that runs the service; undefined where there is none. */
export function findNode(config: CliConfig): string | undefined {
  try {
    return ownNode(config);
  } catch {
    return undefined;
  }
}

/** What brings back a file of Gantry's own that is missing. */
export function reinstall({ isCheckout }: Pick<CliConfig, "isCheckout">): string {
  return isCheckout ? "npm install" : `install Node.js ${NODE_MAJOR}, or reinstall Gantry`;
}
