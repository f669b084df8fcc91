import { existsSync } from "node:fs";
import { it } from "@jest/globals";
import { createBwrapExecutor } from "#builder/sandboxes/bwrap.ts";
import type { Executor } from "#builder/sandboxes/executor.ts";
import { createUidExecutor } from "#builder/sandboxes/uid.ts";

export interface Backend {
  readonly title: string;
  readonly executor: Executor;
}

const root = process.geteuid?.() === 0;

/** Watchdogs under bubblewrap and control groups under uid, so that both ways of holding a limit are tried. */
const BACKENDS: readonly (Backend & { missing: string | undefined })[] = [
  {
    title: "bwrap",
    executor: createBwrapExecutor({ cgroup: false }),
    missing: existsSync("/usr/bin/bwrap") ? undefined : "bubblewrap is not installed",
  },
  { title: "uid", executor: createUidExecutor(), missing: root ? undefined : "needs root" },
];

/** The backends of this machine. One that is missing is printed and stays in the report as a named skip. */
export function availableBackends(): Backend[] {
  for (const { title, missing } of BACKENDS) {
    if (missing === undefined) continue;
    process.stderr.write(`SKIPPED: sandbox backend '${title}': ${missing}\n`);
    it.skip(`sandbox backend '${title}': ${missing}`, () => undefined);
  }
  return BACKENDS.filter((backend) => backend.missing === undefined);
}
