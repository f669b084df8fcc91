import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { isData } from "#local/backup/contents.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { effectsOf, projectOf } from "#test/e2e/support/effects.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";

/** `gantry backup` while two missions are there, one of them at work; everything is lost; `gantry restore`. */

const WISH = "Build me a counter";
const COMMAND = join(import.meta.dirname, "../../../scripts/gantry.cjs");
/** What a data folder holds beside data: the process's record and what follows from its settings and keys, its log, work under way. */
const NOT_DATA =
  /^(running\.json|notices\.json|policy\.json|github-token|logs|builds|work|browser|vercel\/functions)(\.|\/|$)/;

const dir = mkdtempSync(join(tmpdir(), "gantry-backup-"));
const file = join(dir, "backup.tar.zst");
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(dir, { recursive: true });
});

async function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, GANTRY_HOME: gantry.home, GANTRY_URL: gantry.origin };
  return promisify(execFile)(process.execPath, [COMMAND, ...args], { env }).then(
    (done) => ({ code: 0, ...done }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

async function expectDeployed(mission: string): Promise<void> {
  const ended = await client.wait(mission, 120);
  expect(ended).toMatchObject({ status: "DEPLOYED", error: null });
  expect(await effectsOf(gantry, client, mission, projectOf(ended))).toMatchObject({
    deployments: [expect.any(String)],
    pulls: [expect.any(String)],
    seals: [expect.any(String)],
    verdict: "VALID",
  });
}

it("a backup of a running Gantry contains every mission, app, pull request and pack", async () => {
  const done = await client.build(WISH);
  await expectDeployed(done);
  const key = (await client.get("/gantry/evidence-key")).body;
  const working = await client.build(WISH);
  await client.wait(working, 60, ({ status }) => status === "BUILDING");

  const made = await command("backup", file, "--json");
  expect(made).toMatchObject({ code: 0 });
  expect(JSON.parse(made.stdout)).toEqual({ file, bytes: statSync(file).size });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expectDeployed(working);

  const left = readdirSync(gantry.home, { recursive: true, encoding: "utf8" }).filter(
    (path) => statSync(join(gantry.home, path)).isFile() && !isData(path) && !NOT_DATA.test(path),
  );
  expect(left).toEqual([]);

  expect(await command("restore", file, "--force")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`Gantry runs at ${gantry.origin}`),
  });
  await gantry.crash();
  writeFileSync(join(gantry.home, "kms", "keys.json"), "damaged");
  expect(await command("restore", file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("--force"),
  });
  const restored = await command("restore", file, "--force", "--json");
  expect(restored).toMatchObject({ code: 0 });
  expect(JSON.parse(restored.stdout).aside).toContain(`${gantry.home}.before-`);

  await gantry.start();
  client = await logIn(gantry);
  expect((await client.get("/gantry/evidence-key")).body).toEqual(key);
  await expectDeployed(done);
  // It was at work when the backup was made, and goes on from there.
  await expectDeployed(working);
  expect((await client.get("/gantry/missions")).body.missions).toHaveLength(2);
});
