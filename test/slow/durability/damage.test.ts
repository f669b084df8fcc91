import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { logIn } from "#test/e2e/support/client.ts";
import { startGantry } from "#test/e2e/support/gantry.ts";

/** A start over data with one damaged file: it ends at once, with a sentence that names the file and what to do. */

const ROOT = join(import.meta.dirname, "../../..");
const dir = mkdtempSync(join(tmpdir(), "gantry-damage-"));
const whole = join(dir, "whole");
const home = join(dir, "home");

beforeAll(async () => {
  const gantry = await startGantry();
  const client = await logIn(gantry);
  const mission = await client.build("Build me a counter");
  await client.wait(mission, 60, ({ status }) => status === "BUILDING");
  await gantry.crash();
  cpSync(gantry.home, whole, { recursive: true });
  rmSync(join(whole, "running.json"));
  await gantry.stop();
});
afterAll(() => rmSync(dir, { recursive: true }));

async function start(): Promise<{ code: number | string; stderr: string }> {
  const env = { PATH: process.env.PATH ?? "", GANTRY_HOME: home, PORT: "59259" };
  return promisify(execFile)(process.execPath, ["local/main.ts"], { cwd: ROOT, env }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, signal, stderr }) => ({ code: code ?? signal, stderr }),
  );
}

const half = (path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2));
const flip = (path: string) => {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
const empty = (path: string) => writeFileSync(path, "");
const gone = (path: string) => rmSync(path);

describe("a start with damaged data", () => {
  it.each([
    ["s3/metadata.jsonl", half, /line \d+: .*gantry restore.*objects of S3/],
    ["s3/metadata.jsonl", flip, /line \d+: .*gantry restore/],
    ["s3/metadata.jsonl", gone, /is missing, .*gantry restore/],
    ["states/index.jsonl", half, /line \d+: .*gantry restore.*executions are forgotten/],
    ["ecs/tasks.jsonl", half, /line \d+: .*gantry restore/],
    ["events/deliveries.jsonl", half, /line \d+: .*gantry restore/],
    ["streams/relay.checkpoint.jsonl", flip, /line \d+: .*gantry restore/],
    ["github/github.jsonl", empty, /line 1: it is empty.*gantry restore/],
    ["vercel/journal.jsonl", empty, /line 1: it is empty.*gantry restore/],
    ["kms/keys.json", flip, /checksum is wrong.*gantry restore.*evidence key/],
    ["kms/keys.json", half, /truncated or was changed.*gantry restore/],
    ["ssm/parameters.json", empty, /it is empty.*gantry restore/],
    ["ssm/secret-key.json", flip, /gantry restore/],
    ["sts/key.json", half, /gantry restore/],
    ["credentials", half, /must have aws_access_key_id.*remove it/],
    ["password", empty, /is empty: remove it/],
    ["version", empty, /must contain the number/],
    ["dynamodb/dynamodb.sqlite", gone, /is missing.*Restore the folder from a backup/],
    ["dynamodb/dynamodb.sqlite-wal", half, /damaged: .*Restore the folder from a backup/],
  ] as const)("names %s (%p) and the remedy", async (name, damage, sentence) => {
    rmSync(home, { recursive: true, force: true });
    cpSync(whole, home, { recursive: true });
    damage(join(home, name));
    const { code, stderr } = await start();
    const lines = stderr.trimEnd().split("\n");
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain("gantry: ");
    expect(lines.at(-1)).toContain(join(home, name).replace("-wal", ""));
    expect(lines.at(-1)).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
