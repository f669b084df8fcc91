import { join } from "node:path";
import type { Check } from "#core/machine/check.ts";
import { type Notice, noticesOf } from "#core/plan/notices.ts";
import type { WriteLog } from "#local/log/entry.ts";
import { examineMachine } from "#local/machine.ts";
import { privateFile } from "#local/private-file.ts";

/** A machine that lacks something is looked at again: what is missing can be installed while Gantry runs. */
const AGAIN_MS = 60_000;

export function noticeFile(home: string): string {
  return join(home, "notices.json");
}

/**
 * Looks at the machine, warns of what it lacks, and keeps the notices for plans as they are, for as long as something
 * is missing. Returns when it has looked once.
 */
export async function watchMachine(
  { root, home }: { readonly root: string; readonly home: string },
  log: WriteLog,
  examine: (root: string) => Promise<Check[]> = examineMachine,
): Promise<void> {
  const file = privateFile<Notice[]>(noticeFile(home));
  const warned = new Set<string>();

  const look = async () => {
    const checks = await examine(root);
    file.save(noticesOf(checks));
    for (const { name, state, detail, fix } of checks) {
      if (state === "ok" && warned.delete(name)) log("INFO", "machine fixed", { name, detail });
      if (state === "ok" || warned.has(name)) continue;
      warned.add(name);
      log("WARN", fix === undefined ? detail : `${detail} To fix it: ${fix}`);
    }
  };

  await look();
  if (warned.size === 0) return;
  const timer = setInterval(() => {
    const failed = (error: Error) =>
      log("WARN", "machine not examined", { error: { message: error.message } });
    void look()
      .catch(failed)
      .finally(() => {
        if (warned.size === 0) clearInterval(timer);
      });
  }, AGAIN_MS);
  timer.unref();
}
