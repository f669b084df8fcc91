import { createServer } from "node:net";
import type { CliConfig } from "#cli/config.ts";
import type { Api } from "#cli/service/api.ts";
import { logFile } from "#cli/service/local-cloud.ts";
import type { Check } from "#core/operations/check.ts";

/** Checks the service and its dependencies; without a service, whether one could be started. */
export async function checkService(config: CliConfig, api: Api): Promise<Check[]> {
  const name = "service";
  const ready = await api.ready();
  if (!ready) return [await checkPort(config)];
  const failed = Object.entries(ready.checks).filter(([, answers]) => !answers);
  const log = config.local ? `see ${logFile(config)}` : "see the service's log";
  return [
    { name, state: "ok", detail: `running at ${config.url}` },
    ...failed.map(([part]): Check => ({ name: part, state: "fail", detail: "does not respond", fix: log })),
    ...(failed.length === 0
      ? [{ name: "ready", state: "ok", detail: Object.keys(ready.checks).join(", ") } as const]
      : []),
  ];
}

async function checkPort(config: CliConfig): Promise<Check> {
  const name = "service";
  if (!config.local)
    return { name, state: "fail", detail: `no service at ${config.url}`, fix: "check GANTRY_URL" };
  if (await isFree(config.port))
    return {
      name,
      state: "ok",
      detail: `not running; port ${config.port} is free. Start it with: ${config.program} start`,
    };
  const detail = `port ${config.port} is in use by another program`;
  return { name, state: "fail", detail, fix: `PORT=${config.port + 1} ${config.program} start` };
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
