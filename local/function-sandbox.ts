import { existsSync } from "node:fs";
import { sandboxRemedy } from "#core/operations/sandbox-remedy.ts";
import { seccompFilter } from "#core/operations/seccomp.ts";
import { machineSandbox } from "#local-cloud/vercel/functions/sandbox.ts";

/** Finds the sandbox for functions of deployed apps, with the same system call filter as builds. */
export const findSandbox = machineSandbox(seccompFilter);

/** Returns the command that provides a sandbox on this machine; `installed` is whether its programs exist. */
export function sandboxFix(installed: boolean): string {
  return sandboxRemedy({ platform: process.platform, installed, exists: existsSync });
}
