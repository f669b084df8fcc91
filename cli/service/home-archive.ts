import { spawn } from "node:child_process";
import { text as textOf } from "node:stream/consumers";
import { programFile } from "#cli/config.ts";
import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { ownNode } from "#cli/service/own-node.ts";

/** Runs the program that works on the data folder of this machine's Gantry, and returns what it reports. */
export async function workOnHome<T>(
  { config, signal }: Pick<Context, "config" | "signal">,
  action: "backup" | "restore",
  args: readonly string[],
): Promise<T> {
  if (!config.local) throw new UsageError(`GANTRY_URL: ${config.url} is not this machine.`);
  const [file = "", ...options] = args;
  const program = [programFile(config, "local/home-archive"), action, config.home, file, ...options];
  const child = spawn(ownNode(config), program, { stdio: ["ignore", "pipe", "pipe"], signal });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  const [report, complaint, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  if (code !== 0) throw new CliError(complaint.trim() || `The ${action} exited with code ${code}.`);
  return JSON.parse(report) as T;
}
