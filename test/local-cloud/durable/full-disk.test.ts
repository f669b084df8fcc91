import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { canMount } from "#test/support/can-mount.ts";

const run = promisify(execFile);
const mounts = await canMount();

describe("the services on a disk that is full", () => {
  (mounts ? it : it.skip)(
    "refuse changes with an error that clients repeat, and go on by themselves once there is space",
    async () => {
      const dir = mkdtempSync(join(tmpdir(), "gantry-full-"));
      try {
        const command = 'mount -t tmpfs -o size=4m none "$1" && exec "$2" "$3" "$1"';
        const script = fileURLToPath(new URL("./full-disk.ts", import.meta.url));
        const { stdout } = await run("unshare", [
          ...["--user", "--map-root-user", "--mount"],
          ...["sh", "-c", command, "sh", dir, process.execPath, script],
        ]);
        const { statuses, ...rest } = JSON.parse(stdout);
        const seen = Object.entries<number[]>(statuses).map(([service, [before, full, still, after]]) => ({
          service,
          refused: [full, still].every((status) => status !== undefined && status >= 500),
          taken: [before, after].every((status) => status === 200 || status === 201),
        }));
        expect(seen).toEqual(
          ["kms", "ssm", "vercel", "github", "eventbridge", "ecs", "s3", "states"].map((service) => ({
            service,
            refused: true,
            taken: true,
          })),
        );
        expect(rest).toEqual({
          readiness: ["ready", "ServiceUnavailable", "ready"],
          ended: ["SUCCEEDED", "SUCCEEDED", "SUCCEEDED"],
          stopped: 2,
          delivered: 202,
        });
      } finally {
        rmSync(dir, { recursive: true });
      }
    },
  );
});
