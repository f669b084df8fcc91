import type { CliConfig } from "#cli/config.ts";
import { checkBrowser } from "#cli/health/browser.ts";
import { checkDisk } from "#cli/health/disk.ts";
import { checkDocker } from "#cli/health/docker.ts";
import { checkMachine } from "#cli/health/machine.ts";
import { checkNode } from "#cli/health/node.ts";
import { checkPolicy } from "#cli/health/policy.ts";
import { checkPublicUrl } from "#cli/health/public-url.ts";
import { checkNetwork } from "#cli/health/registry.ts";
import { checkService } from "#cli/health/service.ts";
import type { Api } from "#cli/service/api.ts";
import type { Check } from "#core/operations/check.ts";

/** Checks everything that Gantry needs on this machine, and the service. */
export async function runChecks(config: CliConfig, api: Api): Promise<Check[]> {
  const checks = await Promise.all([
    checkNode(config),
    checkMachine(config),
    checkBrowser(config),
    checkDisk(config),
    checkNetwork(config),
    checkDocker(),
    checkPolicy(config),
    checkService(config, api),
    checkPublicUrl(config),
  ]);
  return checks.flat();
}
