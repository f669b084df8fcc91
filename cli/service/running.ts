import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processExists } from "#adapters/system/process-exists.ts";
import type { CliConfig } from "#cli/config.ts";
import { RUNNING_FILE, type Running, runningSchema } from "#core/operations/running.ts";

/** The Gantry that uses the data folder: its record, as long as its process exists. Not a backup or a restore. */
export function readRunning({ home }: Pick<CliConfig, "home">): Running | undefined {
  try {
    const running = runningSchema.parse(JSON.parse(readFileSync(join(home, RUNNING_FILE), "utf8")));
    return running.task === undefined && processExists(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
}
