import { existsSync } from "node:fs";
import { DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sandboxRemedy } from "#core/operations/sandbox-remedy.ts";
import { createBwrapExecutor } from "./bwrap.ts";
import type { Executor, ExecutorName } from "./executor.ts";
import { prove } from "./prove.ts";
import { createSrtExecutor } from "./srt.ts";
import { createUidExecutor } from "./uid.ts";

/** The usable sandboxes of a machine, best first; without any, the command that fixes it. */
export interface ExecutorSurvey {
  readonly executors: readonly { readonly name: ExecutorName; readonly weaker?: boolean }[];
  readonly fix: string | null;
}

/** Tests which sandboxes this machine can use, by running Node inside each. */
export async function surveyExecutors(): Promise<ExecutorSurvey> {
  const found: { name: ExecutorName; weaker?: boolean }[] = [];
  for (const executor of candidates()) {
    if (!(await works(executor))) continue;
    found.push({ name: executor.name, ...(executor.weaker ? { weaker: true } : {}) });
  }
  return { executors: found, fix: found.length > 0 ? null : remedy() };
}

/** The executor with this name, or the best that works. Throws NoSandbox with the command that fixes it. */
export async function chooseExecutor(name?: ExecutorName): Promise<Executor> {
  for (const executor of candidates()) {
    if (name !== undefined && executor.name !== name) continue;
    if (await works(executor)) return executor;
  }
  throw new GantryError(
    "NoSandbox",
    `Builds are refused: they need a sandbox, and this machine has none. To fix it: ${remedy()}`,
  );
}

function candidates(): Executor[] {
  if (process.platform === "darwin") return [createSrtExecutor()];
  if (process.platform !== "linux") return [];
  return process.geteuid?.() === 0 ? [createBwrapExecutor(), createUidExecutor()] : [createBwrapExecutor()];
}

async function works(executor: Executor): Promise<boolean> {
  try {
    const sandbox = await executor.open(DEFAULT_LIMITS);
    try {
      await prove(sandbox, DEFAULT_LIMITS);
      return true;
    } finally {
      await sandbox.close();
    }
  } catch {
    return false;
  }
}

function remedy(): string {
  const installed = existsSync("/usr/bin/bwrap");
  return sandboxRemedy({ platform: process.platform, installed, exists: existsSync });
}
