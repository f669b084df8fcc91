import { execFile } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { effectsOf, projectOf } from "#test/e2e/support/effects.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";

/**
 * A real disk that fills up while a mission is at work, at one moment after another. The process goes on, refuses what
 * it cannot keep and says so; with space again everything goes on by itself.
 */
const WISH = "Build me a counter";
const MEGABYTES = 96;
const FULL_MS = 4_000;

const mounts = await canMount();
let gantry: Gantry;
let client: Client;

const onDisk = (name: string) => join(`/proc/${gantry.pid}/root`, gantry.home, name);

/** Takes all that is left, to the last byte. */
function fill(): void {
  const file = openSync(onDisk("filler"), "a");
  const portion = Buffer.alloc(1024 * 1024);
  try {
    for (let size = portion.length; size >= 1; ) {
      try {
        writeSync(file, portion, 0, size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}

const free = () => rmSync(onDisk("filler"));
const health = async (path: string) => (await client.get(path)).status;

(mounts ? describe : describe.skip)("a data folder whose disk is full", () => {
  beforeAll(async () => {
    gantry = await startGantry({}, [
      fileURLToPath(new URL("./small-disk.ts", import.meta.url)),
      String(MEGABYTES),
    ]);
    client = await logIn(gantry);
  });
  afterAll(() => gantry?.stop());

  it.each(["QUEUED", "ARCHITECTING", "BUILDING", "DEPLOYING", "VERIFYING", "PUBLISHING", "SEALING"])(
    "on a full disk at %s the process stays, reports that it is not ready, and the mission ends once there is space",
    async (phase) => {
      const { pid } = gantry;
      const mission = await client.build(WISH);
      // A phase may be over before it is seen: then the disk is full just after it.
      if (phase !== "QUEUED")
        await client.wait(mission, 120, ({ status, ended_at }) => status === phase || ended_at !== null);
      fill();
      await sleep(FULL_MS);
      const whileFull = { health: await health("/health"), ready: await health("/ready") };
      free();
      expect(whileFull).toEqual({ health: 200, ready: 503 });

      const ended = await client.wait(mission, 240);
      expect(gantry.pid).toBe(pid);
      expect(["DEPLOYED", "FAILED", "TIMED_OUT"]).toContain(ended.status);
      console.info(`${phase}: ${ended.status} ${ended.error?.code ?? ""}`);
      if (ended.status === "DEPLOYED")
        expect(
          await effectsOf({ ...gantry, home: onDisk("") }, client, mission, projectOf(ended)),
        ).toMatchObject({
          deployments: [expect.any(String)],
          pulls: [expect.any(String)],
          verdict: "VALID",
        });
    },
  );

  it("a full disk is named by a start", async () => {
    const users = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
    const script =
      'mount -t tmpfs -o size=64k none "$1" && head -c 1m /dev/zero > "$1/filler"; exec "$2" local/main.ts';
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    const home = mkdtempSync(join(tmpdir(), "gantry-full-"));
    const env = { PATH: process.env.PATH ?? "", GANTRY_HOME: home, PORT: "59258" };
    const command = ["--mount", "sh", "-c", script, "sh", home, process.execPath];
    const ended = await promisify(execFile)("unshare", [...users, ...command], { cwd: root, env }).catch(
      ({ code, stderr }) => ({ code, stderr }),
    );
    rmSync(home, { recursive: true });
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/gantry: There is no space left on the disk .* start again\.\n$/),
    });
  });

  it("a full disk leaves no damage: the next mission goes live, and no other is unfinished", async () => {
    const mission = await client.build(WISH);
    expect(await client.wait(mission, 120)).toMatchObject({ status: "DEPLOYED", error: null });
    expect(await health("/ready")).toBe(200);
    const { body } = await client.get("/gantry/missions");
    expect(body.missions.filter(({ ended_at }: { ended_at: string | null }) => ended_at === null)).toEqual(
      [],
    );
  });
});

/** A disk of its own needs a mount namespace, which not every system gives. */
async function canMount(): Promise<boolean> {
  const users = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  try {
    await promisify(execFile)("unshare", [...users, "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]);
    return true;
  } catch (error) {
    process.stderr.write(`left out, no mount namespace: ${String(error).split("\n")[0]}\n`);
    return false;
  }
}
