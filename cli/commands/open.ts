import { spawn } from "node:child_process";
import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import { missionReply } from "#cli/service/replies.ts";
import { showPassword } from "#cli/service/service-status.ts";
import { webAddress } from "#cli/terminal/hyperlinks.ts";
import { text } from "#cli/terminal/safe-text.ts";

export async function run(
  context: Context,
  { pr, json }: { readonly pr?: boolean; readonly json?: boolean },
  [word]: readonly string[],
): Promise<number> {
  const { config, out } = context;
  if (pr && word === undefined) throw new UsageError("--pr requires a mission.");
  const url = word === undefined ? config.url : await addressOf(context, word, pr === true);
  const opened = await openBrowser(url, config.environment);
  if (word === undefined) showPassword(context);
  out.line(opened ? text`Opened ${out.link(url)}` : text`Open this in a browser: ${out.link(url)}`);
  if (json) out.json({ url, opened });
  return 0;
}

async function addressOf({ api }: Context, word: string, pr: boolean): Promise<string> {
  const id = await findMissionId(api, word);
  const { title, url, pr_url } = await api.call("status", { id }, missionReply);
  const address = pr ? pr_url : url;
  if (address === null) throw new CliError(`${title} has no ${pr ? "pull request" : "live app"}.`);
  const checked = webAddress(address);
  if (checked === undefined) throw new CliError(`${title}: ${address} is not an http or https address.`);
  return checked;
}

/** Whether the system's opener accepted the address. Without a display there is no opener. */
async function openBrowser(url: string, env: Context["config"]["environment"]): Promise<boolean> {
  const isMac = process.platform === "darwin";
  if (!isMac && !env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  const child = spawn(isMac ? "open" : "xdg-open", [url], { stdio: "ignore", env: { ...env } });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
