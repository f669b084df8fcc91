import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { CliConfig } from "#cli/config.ts";
import type { Check } from "#core/operations/check.ts";
import { firstLine, reinstall } from "./program.ts";

/** Libraries that the bundled Chromium takes from the system, on Debian and those that follow it. */
const LIBRARIES = "install NSS (Debian and Ubuntu: sudo apt-get install -y libnss3)";

/** The browser that tests each app. The bundled one is started once the first mission has unpacked it. */
export async function checkBrowser(config: CliConfig): Promise<Check> {
  const name = "browser";
  if (process.platform !== "linux")
    return {
      name,
      state: "ok",
      detail: "the installed Chrome is used; if there is none, the first acceptance run reports it",
    };
  if (!isInstalled(config))
    return { name, state: "fail", detail: "@sparticuz/chromium is not installed", fix: reinstall(config) };
  const program = [join(config.root, "node_modules/.cache/chromium"), join(config.home, "chromium")]
    .map((folder) => join(folder, "chromium"))
    .find((path) => existsSync(path));
  if (program === undefined)
    return { name, state: "ok", detail: "Chromium from @sparticuz/chromium, unpacked by the first mission" };
  const version = await firstLine(program, ["--version"]);
  return version
    ? { name, state: "ok", detail: version }
    : {
        name,
        state: "fail",
        detail: `${program} does not start: apps cannot be tested in a browser`,
        fix: LIBRARIES,
      };
}

function isInstalled({ root }: CliConfig): boolean {
  const folders = createRequire(join(root, "package.json")).resolve.paths("@sparticuz/chromium") ?? [];
  return folders.some((folder) => existsSync(join(folder, "@sparticuz/chromium/bin/chromium.br")));
}
