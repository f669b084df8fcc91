import type { Context } from "#cli/context.ts";
import { minute } from "#cli/missions/status-name.ts";
import { logFile } from "#cli/service/local-cloud.ts";
import { readRunning } from "#cli/service/running.ts";
import { text } from "#cli/terminal/safe-text.ts";

/** Shows whether Gantry responds at the configured address, and how to reach it. Exit code 1 if it does not. */
export async function showService(context: Context, json: boolean): Promise<number> {
  const { api, config, out } = context;
  const ready = await api.ready();
  const record = config.local ? readRunning(config) : undefined;
  const running = record?.origin === config.url ? record : undefined;
  const failing = Object.entries(ready?.checks ?? {}).flatMap(([name, answers]) => (answers ? [] : [name]));
  if (json)
    out.json({
      url: config.url,
      running: ready !== undefined,
      pid: running?.pid ?? null,
      not_answering: failing,
    });
  if (!ready) {
    const help = config.local ? `Start it with: ${config.program} start` : "Check GANTRY_URL.";
    out.line(text`No Gantry service responds at ${config.url}. ${help}`);
    return 1;
  }
  out.line(
    text`Gantry runs at ${out.link(config.url)}${running ? ` (process ${running.pid}, since ${minute(running.started_at)} UTC)` : ""}`,
  );
  showPassword(context);
  if (config.local) out.line(text`Data: ${config.home}   Log: ${logFile(config)}`);
  if (failing.length > 0)
    out.line(
      text`${out.paint("yellow", "!")} ${failing.join(", ")}: no response. Run: ${config.program} doctor`,
    );
  return 0;
}

/** The password of this machine's Gantry, on the stream for people. That of another installation is not known here. */
export function showPassword({ config, out }: Pick<Context, "config" | "out">): void {
  if (!config.local) return;
  const password = config.passwordGiven ? "the one in GANTRY_PASSWORD" : config.password();
  if (password !== undefined) out.line(text`Password: ${password}`);
}
