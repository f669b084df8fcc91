import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { dropTo } from "#builder/executors/drop-to.ts";
import { createUidExecutor } from "#builder/executors/uid.ts";
import { DEFAULT_LIMITS } from "#core/build/job.ts";

/** As inside Fargate, where there are no namespaces; only root can become another user. */
const asRoot = process.platform === "linux" && process.geteuid?.() === 0;
const inTask = () => createUidExecutor({ cgroup: false, namespaces: false }).open(DEFAULT_LIMITS);

describe("the uid sandbox", () => {
  (asRoot ? it : it.skip)(
    "lets its user open the filter again by the descriptor's name, as newer tools do",
    async () => {
      const sandbox = await inTask();
      try {
        const { files } = await sandbox.launch(["/bin/true"]);
        const [file = ""] = files as string[];
        const descriptor = openSync(file, "r");
        const [program = "", ...drop] = dropTo(sandbox.owner!.uid);
        const { status, stdout } = spawnSync(program, [...drop, "/bin/cat", "/proc/self/fd/3"], {
          stdio: ["ignore", "pipe", "inherit", descriptor],
        });
        closeSync(descriptor);
        expect(status).toBe(0);
        expect(stdout.equals(readFileSync(file))).toBe(true);
      } finally {
        await sandbox.close();
      }
    },
  );

  (asRoot ? it : it.skip)(
    "gives commands a temporary folder of their own, whoever may write to the machine's",
    async () => {
      const sandbox = await inTask();
      try {
        const { argv } = await sandbox.launch(["/bin/true"]);
        const folder = argv.find((word) => word.startsWith("TMPDIR="))?.slice("TMPDIR=".length);
        expect(sandbox.writable).toContain(folder);
        const [program = "", ...drop] = dropTo(sandbox.owner!.uid);
        expect(spawnSync(program, [...drop, "/usr/bin/touch", `${folder}/x`]).status).toBe(0);
      } finally {
        await sandbox.close();
      }
    },
  );
});
