import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect } from "@jest/globals";
import { canMount } from "#test/support/can-mount.ts";
import { itUnless } from "#test/support/unless.ts";
import { temporaryDir } from "./served.ts";

const run = promisify(execFile);
const mounts = await canMount();

describe("a database on a disk that is full", () => {
  itUnless(mounts ? undefined : "needs a mount of its own")(
    "refuses writes, continues to read, and writes again once there is space",
    async () => {
      const { dir, remove } = temporaryDir();
      try {
        const command = 'mount -t tmpfs -o size=8m none "$1" && exec "$2" "$3" "$1"';
        const script = fileURLToPath(new URL("./full-disk.ts", import.meta.url));
        const { stdout } = await run("unshare", [
          ...["--user", "--map-root-user", "--mount"],
          ...["sh", "-c", command, "sh", dir, process.execPath, script],
        ]);
        const result = JSON.parse(stdout);
        expect(result).toEqual({
          acknowledged: result.kept,
          refusal: [500, "com.amazonaws.dynamodb.v20120810#InternalServerError"],
          second: [500, "com.amazonaws.dynamodb.v20120810#InternalServerError"],
          read: 200,
          recovered: 200,
          kept: expect.any(Number),
          keptRecovered: true,
        });
        expect(result.kept).toBeGreaterThan(10);
      } finally {
        remove();
      }
    },
  );
});
