import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CliConfig } from "#cli/config.ts";
import { CliError } from "#cli/errors.ts";

/** Nothing was done or verified: neither success nor failure. */
class NoNode extends CliError {
  override readonly exit = 2;
  override readonly code = "NoNode";
}

/** The Node.js version that the service and the builder require. The command also runs on older versions. */
export const NODE_MAJOR = 24;

/** A Node that can run the service: this one where it is new enough, else the one that is installed with Gantry. */
export function ownNode({ root }: Pick<CliConfig, "root">): string {
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath;
  const installed = installedNode(root);
  if (installed !== undefined) return installed;
  throw new NoNode(
    `Node.js ${NODE_MAJOR} is required; this is ${process.version}, and the version that comes with Gantry was not installed. Install Node.js ${NODE_MAJOR} from nodejs.org, or install Gantry again and let npm run its install scripts.`,
  );
}

/** Runs this same command line on that Node, with this process's streams, and returns its exit code. */
export function repeatOnOwnNode(config: Pick<CliConfig, "root">): number {
  const { status } = spawnSync(ownNode(config), process.argv.slice(1), { stdio: "inherit" });
  return status ?? 1;
}

function installedNode(root: string): string | undefined {
  try {
    const found = createRequire(join(root, "package.json")).resolve("node/package.json");
    const path = join(dirname(found), "bin/node");
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
