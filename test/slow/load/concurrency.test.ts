import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { verdictOn } from "#test/e2e/support/effects.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { descendants, isAlive } from "#test/e2e/support/processes.ts";
import { draft, proposal, releaseTests, says, waitingTest } from "#test/e2e/support/script.ts";
import { until } from "#test/support/limits.ts";

/** Many missions at once: three run, the others wait their turn, and each can be stopped wherever it is. */

const patient = draft([waitingTest]);
const SCRIPT = [
  says("consultant", "case-", proposal()),
  says("architect", "case-slow", patient),
  says("architect", "case-stopped", patient, 1),
  says("architect", "case-", draft()),
  says("critic", "case-", { verdict: "accept", notes: [] }),
];
const NO_DEPLOY = { deploy: false, publish: false };

let folder: string;
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-many-"));
  writeFileSync(join(folder, "script.json"), JSON.stringify(SCRIPT));
  gantry = await startGantry({
    GANTRY_BEDROCK: "fixture",
    GANTRY_FIXTURE: join(folder, "script.json"),
  });
  client = await logIn(gantry);
});

afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const begin = (word: string) => client.build(`Build me ${word}`, NO_DEPLOY);
const phasesOf = ({ phases }: any): string[] => phases.map(({ phase }: any) => phase);
const cancel = (mission: string) => client.post(`/gantry/missions/${mission}/cancel`);
/** Started by the installation itself: a child between fork and exec still bears its parent's command line. */
const builders = () =>
  descendants(gantry.pid).filter(
    ({ command, parent }) => parent === gantry.pid && /builder-image\/main\.ts/.test(command),
  );

describe("five missions at once, in this order:", () => {
  let stopped: string;
  let slow: string[];
  let fourth: string;
  let fifth: string;

  beforeAll(async () => {
    stopped = await begin("case-stopped");
    slow = [await begin("case-slow-one"), await begin("case-slow-two")];
    fourth = await begin("case-fourth");
    fifth = await begin("case-fifth");
  });

  it("three build at the same time while two are queued", async () => {
    for (const mission of [stopped, ...slow])
      await client.wait(mission, 30, ({ status }) => status === "BUILDING");
    await until(() => builders().length === 3);
    const statuses = await Promise.all(
      [stopped, ...slow, fourth, fifth].map(
        async (id) => (await client.get(`/gantry/status/${id}`)).body.status,
      ),
    );
    expect(statuses).toEqual(["BUILDING", "BUILDING", "BUILDING", "QUEUED", "QUEUED"]);
    expect(builders()).toHaveLength(3);
  });

  it("a queued one that is cancelled ends at once, with its evidence sealed", async () => {
    expect((await cancel(fifth)).status).toBe(202);
    const ended = await client.wait(fifth, 10);
    expect(ended).toMatchObject({ status: "CANCELLED", outcome: "cancelled", error: { code: "Cancelled" } });
    expect(phasesOf(ended)).toEqual(["QUEUED", "SEALING", "CANCELLED"]);
    expect(await verdictOn(client, fifth)).toMatchObject({ verdict: "VALID", reasons: [] });
    expect((await client.get(`/gantry/status/${fourth}`)).body.status).toBe("QUEUED");
  });

  it("a building one that is cancelled ends with its builder, and its slot goes to the next in the queue", async () => {
    const before = builders();
    const trees = before.map(({ pid }) => [
      ...descendants(pid),
      ...before.filter((each) => each.pid === pid),
    ]);
    await cancel(stopped);
    const ended = await client.wait(stopped, 10);
    expect(ended).toMatchObject({ status: "CANCELLED", outcome: "cancelled", error: { code: "Cancelled" } });
    expect(await verdictOn(client, stopped)).toMatchObject({ verdict: "VALID", reasons: [] });
    await until(() => trees.filter((tree) => !tree.some(isAlive)).length === 1);

    const next = await client.wait(fourth, 30);
    expect(next).toMatchObject({ status: "SUCCEEDED", attempts: 1 });
    for (const id of slow) {
      const { status, ended_at } = (await client.get(`/gantry/status/${id}`)).body;
      expect({ status, ended_at }).toEqual({ status: "BUILDING", ended_at: null });
    }
    const started = next.phases.find(({ phase }: any) => phase === "ARCHITECTING").started_at;
    expect(started >= ended.ended_at).toBe(true);
  });

  it("the others end as if each had been alone", async () => {
    const all = Promise.all(slow.map((id) => client.wait(id, 40)));
    const released = setInterval(() => releaseTests(gantry.pid), 200);
    for (const ended of await all.finally(() => clearInterval(released)))
      expect(ended).toMatchObject({ status: "SUCCEEDED", attempts: 1 });
  });

  it("an ended one cannot be cancelled, and a cancelled one shows why it failed", async () => {
    expect((await cancel(stopped)).body).toMatchObject({
      status: 409,
      code: "IllegalTransition",
      field: "id",
    });
    const { status, body } = await client.get(`/gantry/missions/${stopped}/failure`);
    expect({ status, ...body }).toMatchObject({
      status: 200,
      mission_id: stopped,
      error: { code: "Cancelled" },
    });
    const succeeded = (await client.get(`/gantry/missions/${fourth}/failure`)).body;
    expect(succeeded).toMatchObject({ status: 404, code: "NotFound", field: "id" });
  });

  it("a cancelled one runs when it is retried, as a mission of its own", async () => {
    const { status, body } = await client.post(`/gantry/missions/${stopped}/retry`);
    expect(status).toBe(202);
    expect(body.mission_id).not.toBe(stopped);
    expect(await client.wait(body.mission_id, 40)).toMatchObject({ status: "SUCCEEDED", attempts: 1 });
    expect((await client.get(`/gantry/status/${stopped}`)).body.status).toBe("CANCELLED");
    expect((await client.get("/gantry/latest")).body.mission_id).toBe(body.mission_id);
  });

  it("lists contain them newest first, find them by words, and hide them when they are cleared", async () => {
    const list = async (query: string) =>
      (await client.get(query)).body.missions.map(({ mission_id }: any) => mission_id);
    const all = await list("/gantry/missions");
    expect(all.slice(1)).toEqual([fifth, fourth, slow[1], slow[0], stopped]);
    expect(await list("/gantry/missions?limit=2")).toEqual(all.slice(0, 2));
    expect(await list("/gantry/search?q=SLOW-two+build")).toEqual([slow[1]]);
    expect(await list("/gantry/search?q=no-such-word")).toEqual([]);

    const running = await begin("case-running");
    expect((await client.post("/gantry/missions/clear")).body).toEqual({ hidden: 6, complete: true });
    expect(await list("/gantry/missions")).toEqual([running]);
    expect((await client.get(`/gantry/status/${fourth}`)).body.status).toBe("SUCCEEDED");
    expect(await verdictOn(client, fourth)).toMatchObject({ verdict: "VALID" });
    await client.wait(running, 40);
  });
});

describe("a plan in a consultation", () => {
  const ask = async () =>
    (await client.post("/gantry/voice", { message: "Build me case-sentence", ...NO_DEPLOY })).body;
  const say = async (conversation_id: string, message: string) =>
    (await client.post("/gantry/voice", { conversation_id, message })).body;

  it("is built after a yes, and once however often the yes is repeated", async () => {
    const { conversation_id } = await ask();
    const said = await say(conversation_id, "Yes, go ahead!");
    expect(said).toMatchObject({ state: "confirmed", mission_id: expect.stringMatching(/^m_/) });
    expect((await say(conversation_id, "yes")).mission_id).toBe(said.mission_id);
    await client.wait(said.mission_id, 40);
  });

  it("is not built after a yes with a further wish, or after a no", async () => {
    const { conversation_id } = await ask();
    for (const [message, state] of [
      ["yes but add search", "awaiting_confirmation"],
      ["Yes, and make it blue", "awaiting_confirmation"],
      ["no", "open"],
    ] as const) {
      const said = await say(conversation_id, message);
      expect({ message, state: said.state, mission: said.mission_id }).toEqual({
        message,
        state,
        mission: undefined,
      });
    }
    expect((await say(conversation_id, "do not build it")).mission_id).toBeUndefined();
  });
});
