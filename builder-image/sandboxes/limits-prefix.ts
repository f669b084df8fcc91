import type { BuildLimits } from "#core/factory/build/limits.ts";

const MEGABYTE = 1024 * 1024;

/**
 * Prefixes a command with per-process limits, and makes it the first choice of the kernel's out-of-memory killer.
 * Does not set RLIMIT_AS, because V8 and WebAssembly reserve far more address space than they use.
 */
export function limited(limits: BuildLimits, argv: readonly string[]): string[] {
  return [
    "/usr/bin/choom",
    "-n",
    "1000",
    "--",
    "/usr/bin/prlimit",
    `--nproc=${limits.processes}`,
    `--fsize=${limits.file_mb * MEGABYTE}`,
    `--nofile=${limits.open_files}`,
    "--core=0",
    "--",
    ...argv,
  ];
}
