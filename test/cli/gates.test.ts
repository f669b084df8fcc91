import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { gantry, problem, type Script, scriptedApis } from "#test/cli/scripted-api.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-cli-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const ID = "execution.m_1.1";
const SNAPSHOT = canonicalJson({ replicas: 2 });
const GATE = {
  gate_id: ID,
  name: "deploy.production",
  title: "Deploy Task Manager",
  state: "open",
  epoch: 2,
  approvers: ["tech_lead", "owner"],
  may_decide: true,
  snapshot_sha256: sha256Hex(SNAPSHOT),
  snapshot: SNAPSHOT,
  opened_at: "2026-01-01T12:00:00.000Z",
  expires_at: "2026-01-01T13:00:00.000Z",
  decision: null,
};

const startApi = scriptedApis(() => ({ GANTRY_HOME: home }));
const start = (script: Script = {}) =>
  startApi({
    "GET /gantry/gates": { body: { gates: [GATE], next_cursor: null } },
    [`GET /gantry/gates/${ID}`]: { body: GATE },
    "POST /gantry/decisions": { status: 201, body: { execution_id: "m_1" } },
    ...script,
  });

describe("gantry inbox", () => {
  it("lists the gates that this person can decide, or all of them", async () => {
    const { env, asked } = await start();
    const { exit, stdout } = await gantry(["inbox"], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain(`${ID}  2026-01-01 12:00  Deploy Task Manager`);
    expect(asked.at(-1)?.path).toBe("/gantry/gates?mine=true&limit=200");
    await gantry(["inbox", "--all"], { env });
    expect(asked.at(-1)?.path).toBe("/gantry/gates?limit=200");
    const none = await start({ "GET /gantry/gates": { body: { gates: [], next_cursor: null } } });
    expect((await gantry(["inbox"], { env: none.env })).stdout).toBe("Nothing waits for your decision.\n");
  });

  it.each([ID, "latest"])("shows the gate given as %s with exactly what is decided on", async (word) => {
    const { env } = await start();
    const { stdout } = await gantry(["inbox", word], { env });
    for (const text of [
      `${ID} is open`,
      "tech_lead or owner",
      '"replicas": 2',
      `SHA-256 ${sha256Hex(SNAPSHOT)}`,
    ])
      expect(stdout).toContain(text);
    expect(JSON.parse((await gantry(["inbox", word, "--json"], { env })).stdout)).toEqual(GATE);
  });
});

describe("gantry approve, reject and override", () => {
  const { gate_id, epoch, snapshot_sha256 } = GATE;
  const bound = { gate_id, epoch, snapshot_sha256, justification: "Because." };

  it.each([
    ["approve", "APPROVE", "approved"],
    ["reject", "REJECT", "rejected"],
  ])("%s decides on the current gate, with the reason", async (command, type, done) => {
    const { env, asked } = await start();
    const { exit, stdout } = await gantry([command, ID, "-m", "Because."], { env });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: `Deploy Task Manager was ${done}.\n` });
    expect(asked.at(-1)?.body).toEqual({ ...bound, type });
  });

  it("overrides with the changes from a file", async () => {
    const { env, asked } = await start();
    const delta = [{ op: "replace", path: "/replicas", value: 1 }];
    const path = join(home, "delta.json");
    writeFileSync(path, JSON.stringify(delta));
    const { exit } = await gantry(["override", ID, "-m", "Because.", "--delta", path], { env });
    expect(exit).toBe(0);
    expect(asked.at(-1)?.body).toEqual({ ...bound, type: "OVERRIDE", context_delta: delta });
  });

  it("decides only on the snapshot that is given", async () => {
    const { env, asked } = await start();
    const other = "0".repeat(64);
    const { exit, stderr } = await gantry(["approve", ID, "-m", "Because.", "--snapshot", other], { env });
    expect([exit, stderr]).toEqual([1, expect.stringContaining(snapshot_sha256)]);
    expect(asked.map(({ path }) => path)).not.toContain("/gantry/decisions");
    const right = ["approve", ID, "-m", "Because.", "--snapshot", snapshot_sha256];
    expect((await gantry(right, { env })).exit).toBe(0);
  });

  it("prints the mission that a confirmed plan starts", async () => {
    const plan = { ...GATE, gate_id: "conversation.c_1.1" };
    const { env } = await start({ "GET /gantry/gates/conversation.c_1.1": { body: plan } });
    const { stdout } = await gantry(["approve", "conversation.c_1.1", "-m", "Yes."], { env });
    expect(stdout).toContain("It is built as m_1.");
  });

  it.each<[string, string[], number, string]>([
    ["no reason", ["approve", ID], 64, "--message"],
    ["no gate", ["reject", "-m", "x"], 64, "gate"],
    ["no changes", ["override", ID, "-m", "x"], 64, "--delta"],
    [
      "changes that are not there",
      ["override", ID, "-m", "x", "--delta", "/nowhere.json"],
      64,
      "/nowhere.json",
    ],
  ])("with %s names what is missing", async (_, words, code, says) => {
    const { env } = await start();
    const { exit, stderr } = await gantry(words, { env });
    expect([exit, stderr]).toEqual([code, expect.stringContaining(says)]);
  });

  it("prints which decision came first", async () => {
    const sentence = "The gate execution.m_1.1 was decided by dec_1: REJECT by ada.";
    const { env } = await start({ "POST /gantry/decisions": problem(409, "AlreadyDecided", sentence) });
    const { exit, stderr } = await gantry(["approve", ID, "-m", "Because."], { env });
    expect([exit, stderr]).toEqual([1, expect.stringContaining(sentence)]);
  });
});
