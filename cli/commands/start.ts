import { spawn } from "node:child_process";
import { programFile } from "#cli/config.ts";
import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { logFile, startInBackground } from "#cli/service/local-cloud.ts";
import { ownNode } from "#cli/service/own-node.ts";
import { readRunning } from "#cli/service/running.ts";
import { showPassword } from "#cli/service/service-status.ts";
import { text } from "#cli/terminal/safe-text.ts";

export async function run(
  context: Context,
  { foreground, json }: { readonly foreground?: boolean; readonly json?: boolean },
): Promise<number> {
  const { config, api, out } = context;
  if (!config.local) throw new UsageError(`GANTRY_URL: ${config.url} is not this machine.`);
  const already = (await api.ready()) !== undefined;
  if (already) out.line(text`Gantry is already running at ${config.url}${processOf(context)}.`);
  else if (foreground) return inForeground(context, json ? ["--json"] : []);
  else await startInBackground(context);
  const running = readRunning(config);
  if (!already) showStarted(context);
  if (json) out.json({ url: config.url, pid: running?.pid ?? null, already_running: already });
  return 0;
}

function showStarted(context: Context): void {
  const { out, config } = context;
  out.line(text`Gantry is ready at ${out.link(config.url)}`);
  showPassword(context);
  out.line(text`Data: ${config.home}   Log: ${logFile(config)}`);
  out.line(text`Stop it with: ${config.program} stop`);
}

function processOf({ config }: Context): string {
  const running = readRunning(config);
  return running?.origin === config.url ? ` (process ${running.pid})` : "";
}

/** Runs the service with this command's streams and signals, for service managers. */
async function inForeground({ config, signal }: Context, args: readonly string[]): Promise<number> {
  const child = spawn(ownNode(config), [programFile(config, "local/main"), ...args], {
    cwd: config.root,
    env: config.environment,
    stdio: "inherit",
  });
  signal.addEventListener("abort", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new CliError(`Gantry did not start. ${error.message}`)));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
