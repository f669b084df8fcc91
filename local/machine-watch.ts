import { join } from "node:path";
import { noticesOf } from "#core/factory/plan/notices.ts";
import type { Check } from "#core/operations/check.ts";
import type { WriteLog } from "#local/log/entry.ts";
import { examineMachine } from "#local/machine.ts";
import { writeDurably } from "#local-cloud/durable/write-file.ts";

/** Interval of the checks while something is missing, which can be installed while Gantry runs. */
const AGAIN_MS = 60_000;

export function noticeFile(home: string): string {
  return join(home, "notices.json");
}

/**
 * Checks the machine, warns of missing requirements, and keeps the warnings of plans up to date until nothing
 * is missing. Returns after the first check.
 */
export async function watchMachine(
  { root, home }: { readonly root: string; readonly home: string },
  log: WriteLog,
  examine: (root: string) => Promise<Check[]> = examineMachine,
): Promise<void> {
  const warned = new Set<string>();

  /** A failed check has no consequences: missions detect missing requirements themselves. */
  const look = async () => {
    try {
      const checks = await examine(root);
      for (const check of checks) report(check);
      writeDurably(noticeFile(home), JSON.stringify(noticesOf(checks)));
    } catch (error) {
      log("WARN", `The machine could not be examined: ${error instanceof Error ? error.message : error}.`);
    }
  };
  const report = ({ name, state, detail, fix }: Check) => {
    if (state === "ok" && warned.delete(name)) log("INFO", `${name} works now: ${detail}.`);
    if (state === "ok" || warned.has(name)) return;
    warned.add(name);
    log("WARN", fix === undefined ? detail : `${detail} To fix it: ${fix}`);
  };

  await look();
  if (warned.size === 0) return;
  const timer = setInterval(async () => {
    await look();
    if (warned.size === 0) clearInterval(timer);
  }, AGAIN_MS);
  timer.unref();
}
