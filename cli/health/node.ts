import type { CliConfig } from "#cli/config.ts";
import { NODE_MAJOR } from "#cli/service/own-node.ts";
import type { Check } from "#core/operations/check.ts";
import { findNode, firstLine, reinstall } from "./program.ts";

/** The command runs on older ones; the service needs its own. */
export async function checkNode(config: CliConfig): Promise<Check> {
  const name = "node";
  const found = findNode(config);
  const version = found && (await firstLine(found, ["--version"]));
  if (!version)
    return {
      name,
      state: "fail",
      detail: `${process.version}; version ${NODE_MAJOR} is required`,
      fix: reinstall(config),
    };
  const detail = found === process.execPath ? version : `${version} (this command: ${process.version})`;
  return { name, state: "ok", detail };
}
