import { setTimeout as pause } from "node:timers/promises";
import { processExists } from "#adapters/system/process-exists.ts";
import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { readRunning } from "#cli/service/running.ts";

/** Requests that run may end, then everything is closed. */
const STOP_MS = 60_000;
const POLL_MS = 100;

export async function run(context: Context, { json }: { readonly json?: boolean }): Promise<number> {
  const { config, out } = context;
  if (!config.local) throw new UsageError(`GANTRY_URL: ${config.url} is not this machine.`);
  const running = readRunning(config);
  if (running === undefined || !(await answers(running.origin))) {
    if (running) throw unresponsive(running.pid);
    out.line(`Gantry is not running with the data in ${config.home}.`);
    if (json) out.json({ stopped: false, pid: null });
    return 0;
  }
  process.kill(running.pid, "SIGTERM");
  const deadline = performance.now() + STOP_MS;
  while (processExists(running.pid)) {
    if (performance.now() > deadline) throw unresponsive(running.pid);
    await pause(POLL_MS);
  }
  out.line(`Gantry at ${running.origin} has stopped.`);
  if (json) out.json({ stopped: true, pid: running.pid });
  return 0;
}

/** The id of a process that has exited may belong to another program, which must not be ended. */
async function answers(origin: string): Promise<boolean> {
  const signal = AbortSignal.timeout(5_000);
  return fetch(new URL("/health", origin), { signal, redirect: "error" }).then(
    ({ body }) => body?.cancel().then(() => true) ?? true,
    () => false,
  );
}

function unresponsive(pid: number): CliError {
  return new CliError(
    `Process ${pid} is recorded as Gantry but does not respond. End it with: kill -9 ${pid}`,
  );
}
