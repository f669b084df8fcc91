import { existsSync } from "node:fs";
import { sandboxRemedy } from "#core/operations/sandbox-remedy.ts";
import { seccompFilter } from "#core/operations/seccomp.ts";
import { machineSandbox } from "#local-cloud/vercel/functions/sandbox.ts";

/** How this machine isolates functions of deployed apps: with the same filter of system calls as builds. */
export const findSandbox = machineSandbox(seccompFilter);

/** The one command after which this machine has a sandbox; `installed` says whether its programs are there. */
export function sandboxFix(installed: boolean): string {
  return sandboxRemedy({ platform: process.platform, installed, exists: existsSync });
}
