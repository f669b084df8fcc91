import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { draft, proposal, says } from "#test/e2e/support/script.ts";
import { until } from "#test/support/limits.ts";

/** Longer than a request waits. */
const DELAY_MS = 25_000;

const slow = (fixture: ReturnType<typeof says>) => ({
  ...fixture,
  reply: { ...fixture.reply, delayMs: DELAY_MS },
});
const SCRIPT = [
  slow(says("consultant", "case-", proposal())),
  says("architect", "case-", draft()),
  says("critic", "case-", { verdict: "accept", notes: [] }),
];

let folder: string;
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-long-plan-"));
  writeFileSync(join(folder, "script.json"), JSON.stringify(SCRIPT));
  gantry = await startGantry({ GANTRY_BEDROCK: "fixture", GANTRY_FIXTURE: join(folder, "script.json") });
  client = await logIn(gantry);
});

afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a request whose plan is written after it, and returns its consultation. */
async function send(path: string, body: object): Promise<string> {
  const { status, body: reply } = await client.request("POST", path, body);
  expect(status).toBe(202);
  return reply.conversation_id;
}

describe("a plan for which the model takes longer than a request", () => {
  it("comes after the request, also when the process is killed meanwhile", async () => {
    const id = await send("/gantry/consult", { message: "Build me case-one", deploy: false, publish: false });
    const read = async () => (await client.get(`/gantry/consultation/${id}`)).body;
    expect(await read()).toMatchObject({ state: "planning", status: "PLANNING", plan: null });
    await gantry.crash();
    await gantry.start();
    client = await logIn(gantry);
    await until(async () => (await read()).state !== "planning", { seconds: 100 });
    expect(await read()).toMatchObject({ state: "awaiting_confirmation", plan: { title: "Sum" } });
  });

  it("starts its mission by itself if the request was the decision", async () => {
    const id = await send("/gantry/architect", { voice_memo: "case-two", deploy: false, publish: false });
    const read = async () => (await client.get(`/gantry/status/${id}`)).body;
    expect(await read()).toMatchObject({ status: "PLANNING", conversation_id: id });
    await until(async () => (await read()).mission_id !== undefined, { seconds: 100 });
    const { mission_id } = await read();
    expect(await client.wait(mission_id, 100)).toMatchObject({ status: "SUCCEEDED", conversation_id: id });
  });
});
