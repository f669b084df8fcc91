import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { describe, expect } from "@jest/globals";
import { dropTo } from "#builder/sandboxes/drop-to.ts";
import type { Sandbox } from "#builder/sandboxes/executor.ts";
import { createUidExecutor } from "#builder/sandboxes/uid.ts";
import { DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import { itUnless, noLinux, noRoot } from "#test/support/unless.ts";

/** As inside Fargate, where there are no namespaces; only root can become another user. */
const inTask = itUnless(noLinux ?? noRoot);

async function withSandbox(check: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await createUidExecutor({ cgroup: false, namespaces: false }).open(DEFAULT_LIMITS);
  try {
    await check(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Runs a program as the sandbox's user, with nothing else of the sandbox. */
function asUser({ owner }: Sandbox, command: readonly string[], files: readonly number[] = []) {
  const [program = "", ...drop] = dropTo(owner!.uid);
  return spawnSync(program, [...drop, ...command], { stdio: ["ignore", "pipe", "inherit", ...files] });
}

describe("the uid sandbox", () => {
  inTask("lets its user open the filter again by the descriptor's name, as newer tools do", () =>
    withSandbox(async (sandbox) => {
      const { files } = await sandbox.launch(["/bin/true"]);
      const [file = ""] = files as string[];
      const descriptor = openSync(file, "r");
      const { status, stdout } = asUser(sandbox, ["/bin/cat", "/proc/self/fd/3"], [descriptor]);
      closeSync(descriptor);
      expect(status).toBe(0);
      expect(stdout.equals(readFileSync(file))).toBe(true);
    }),
  );

  inTask("gives commands a temporary folder of their own, no matter who may write to the machine's", () =>
    withSandbox(async (sandbox) => {
      const { argv } = await sandbox.launch(["/bin/true"]);
      const folder = argv.find((word) => word.startsWith("TMPDIR="))?.slice("TMPDIR=".length);
      expect(sandbox.writable).toContain(folder);
      expect(asUser(sandbox, ["/usr/bin/touch", `${folder}/x`]).status).toBe(0);
    }),
  );
});
