import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type CliConfig, programFile } from "#cli/config.ts";
import type { Context } from "#cli/context.ts";
import { CliError, Unreachable } from "#cli/errors.ts";
import { ownNode } from "#cli/service/own-node.ts";

const READY_MS = 60_000;
const POLL_MS = 150;

/** Ensures that Gantry is running: starts it on this machine if necessary, and prints how to stop it. */
export async function ensureRunning(context: Pick<Context, "config" | "api" | "out">): Promise<void> {
  const { config, api, out } = context;
  if (await api.ready()) return;
  if (!config.local) throw new Unreachable(`No Gantry service responds at ${config.url}. Check GANTRY_URL.`);
  // Another command may be starting it at the same time; one of them does.
  out.line(`Gantry is not running at ${config.url}; starting it ...`);
  await startInBackground(context);
  out.line(`Gantry is now running at ${config.url}. Stop it with: ${config.program} stop`);
  out.line();
}

/** Starts Gantry as a process of its own, which outlives this one, and returns when it is ready. */
export async function startInBackground({ config, api }: Pick<Context, "config" | "api">): Promise<void> {
  const printed = join(dirname(logFile(config)), "start.log");
  mkdirSync(dirname(printed), { recursive: true, mode: 0o700 });
  const file = openSync(printed, "w", 0o600);
  const child = spawn(ownNode(config), [programFile(config, "local/main"), "--quiet"], {
    cwd: config.root,
    env: config.environment,
    detached: true,
    stdio: ["ignore", file, file],
  });
  closeSync(file);
  child.unref();
  await waitUntilReady(api, child, printed);
}

/** The service's log: one JSON object a line. */
export function logFile({ home }: Pick<CliConfig, "home">): string {
  return join(home, "logs/gantry.log");
}

/** `printed` is the file of what the process prints: why it does not start. */
async function waitUntilReady(api: Context["api"], child: ChildProcess, printed: string): Promise<void> {
  let failure: string | undefined;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code, signal) => {
    // Exit code 0: it found another one that is starting.
    if (code !== 0) failure ??= `The process exited with ${signal ?? code}.`;
  });
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    if (failure !== undefined) throw new CliError(`Gantry did not start. ${failure}\n${tail(printed)}`);
    if ((await api.ready())?.ready) return;
    await pause(POLL_MS);
  }
  throw new CliError(
    `Gantry was not ready within ${READY_MS / 1000} s; it is still running as process ${child.pid}.\n${tail(printed)}`,
  );
}

function tail(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n");
}
