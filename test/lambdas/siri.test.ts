import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { personOf } from "#test/support/callers.ts";
import { memorySecrets } from "#test/support/memory-ports.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { type Phone, phoneTime, requestOfCase, type SiriCase, signedHeaders } from "#test/support/siri.ts";
import { printed } from "./printed.ts";
import { type Asked, client, configure } from "./requests.ts";

beforeAll(configure);
const lines = printed();

const cases: { refused: SiriCase[]; accepted: SiriCase[] } = JSON.parse(
  readFileSync("test/cases/siri.json", "utf8"),
);

const worldOf = (speech = "Shall I build it?") =>
  memoryWorld({ models: { consultant: () => ({ proposal: PROPOSAL, speech, question: null }) } });
type World = ReturnType<typeof worldOf>;

async function pair(world: World, caller = OWNER): Promise<Phone> {
  const made = await client(world)("POST", "/gantry/keys", { body: { kind: "siri", name: "phone" }, caller });
  expect(made.status).toBe(201);
  return made.json;
}

/** Says a sentence to a phone, which signs it at the world's time. */
function say(world: World, phone: Phone, text: string, path = "/gantry/siri"): Promise<Asked> {
  const headers = signedHeaders(phone, { text, timestamp: phoneTime(world.clock.now()) });
  return client(world)("POST", path, { caller: null, headers, body: { text } });
}

const missions = async (world: World) =>
  (await client(world)("GET", "/gantry/missions")).json.missions as unknown[];

describe("POST /gantry/keys of kind siri", () => {
  it("returns the parts once: no list, log line or stored item contains them", async () => {
    const world = worldOf();
    const made = await client(world)("POST", "/gantry/keys", { body: { kind: "siri", name: "phone" } });
    const { k1, k2, ...rest } = made.json;
    expect([k1, k2, rest]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.objectContaining({
        key_id: expect.stringMatching(/^sk_[0-9a-z]{8}$/),
        kind: "siri",
        scopes: [],
        expires_at: "2027-05-20T00:00:00.000Z",
      }),
    ]);
    await say(world, made.json, "Build me a todo app");
    await say(world, { ...made.json, k1: k2 }, "Build me a todo app");
    expect((await client(world)("GET", "/gantry/keys")).json).toEqual({ keys: [rest], next_cursor: null });
    for (const part of [k1, k2]) expect(JSON.stringify([world.store.items(), lines])).not.toContain(part);
  });

  it("is refused for more than 180 days, and without the installation's secret", async () => {
    const world = worldOf();
    const ask = (days: number, secrets = world.secrets) =>
      client({ ...world, secrets })("POST", "/gantry/keys", {
        body: { kind: "siri", name: "phone", expires_in_days: days },
      });
    expect((await ask(181)).json).toMatchObject({ code: "InvalidInput", field: "expires_in_days" });
    expect((await ask(180)).status).toBe(201);
    expect((await ask(1, memorySecrets({}))).json).toMatchObject({ code: "EnvironmentFailure", status: 503 });
  });
});

describe("POST /gantry/siri", () => {
  it.each(cases.refused)("refuses $name", async (row) => {
    const world = worldOf();
    const phone = await pair(world);
    const request = requestOfCase(phone, row, world.clock.now());
    const send = () => client(world)("POST", "/gantry/siri", { caller: null, ...request });
    if (row.revoked) await client(world)("POST", `/gantry/keys/${phone.key_id}/revoke`, { body: {} });
    if (row.twice) expect((await send()).status).toBe(200);
    const before = world.store.items().filter(({ pk }) => !pk.startsWith("G#KEY#"));
    const { status, json } = await send();
    const { says, ...expected } = row.expected;
    expect({ ...json, status }).toMatchObject(expected);
    expect(json.detail).toContain(says);
    expect(world.store.items().filter(({ pk }) => !pk.startsWith("G#KEY#"))).toEqual(before);
  });

  it.each(cases.accepted)("takes $name", async (row) => {
    const world = worldOf();
    const request = requestOfCase(await pair(world), row, world.clock.now());
    const { status, json } = await client(world)("POST", "/gantry/siri", { caller: null, ...request });
    expect({ status, json }).toMatchObject({
      status: row.expected.status,
      json: { plan: { request: [row.text] } },
    });
  });

  it("has the reply of /gantry/voice to the owner's device, with its own limit before those of it", async () => {
    const world = worldOf();
    const phone = await pair(world);
    const body = { message: "Build me a todo app" };
    const device = personOf({ ...OWNER, amr: ["device"], device: "dev" });
    const voice = await client(worldOf())("POST", "/gantry/voice", { body, caller: device });
    const siri = await say(world, phone, body.message);
    const changes = { conversation_id: expect.any(String), gate_id: expect.any(String) };
    expect([siri.status, siri.json]).toEqual([voice.status, { ...voice.json, ...changes }]);
    expect(siri.headers["ratelimit-policy"]).toBe(
      `"siri-key";q=20;w=120, ${voice.headers["ratelimit-policy"]}`,
    );
  });

  it("confirms the plan that the phone was told last, and nothing else", async () => {
    const world = worldOf();
    const [phone, tablet] = [await pair(world), await pair(world)];
    const { conversation_id } = (await say(world, phone, "Build me a todo app")).json;
    const stale = { status: 409, code: "StalePlan", field: "text" };
    expect((await say(world, tablet, "Yes, proceed")).json).toMatchObject(stale);
    const yes = await say(world, phone, "Yes, proceed");
    expect([yes.status, yes.json]).toEqual([
      202,
      expect.objectContaining({ conversation_id, status: "READY_TO_BUILD", mission_id: expect.any(String) }),
    ]);
    const again = await say(world, phone, "Yes, proceed");
    expect(again.json).toMatchObject({ conversation_id, mission_id: yes.json.mission_id });
    expect(await missions(world)).toHaveLength(1);
  });

  it("confirms no plan that was changed elsewhere since, was told to nobody here, or is a day old", async () => {
    const ends: ((world: World, phone: Phone) => Promise<unknown>)[] = [
      async (world, phone) => {
        const { conversation_id } = (await say(world, phone, "Build me a todo app")).json;
        await client(world)("POST", "/gantry/consult", { body: { conversation_id, message: "Add tags" } });
      },
      async (world) => client(world)("POST", "/gantry/consult", { body: { message: "Build me a todo app" } }),
      async (world, phone) => {
        await say(world, phone, "Build me a todo app");
        world.clock.advance(25 * 3_600_000);
      },
      async () => {},
    ];
    for (const end of ends) {
      const world = worldOf();
      const phone = await pair(world);
      await end(world, phone);
      expect((await say(world, phone, "Yes, proceed")).json).toMatchObject({ code: "StalePlan" });
      expect(await missions(world)).toEqual([]);
    }
  });

  it("never starts a mission by any other sentence", async () => {
    const world = worldOf();
    const phone = await pair(world);
    for (const text of ["Build me a todo app", "Yes, but add search", "Do not proceed", "confirm: true"])
      await say(world, phone, text);
    expect(await missions(world)).toEqual([]);
  });

  it("says at most 300 characters", async () => {
    const world = worldOf("This part of the plan is long. ".repeat(30));
    const { json } = await say(world, await pair(world), "Build me a todo app");
    expect(json.plan).not.toBeNull();
    expect(json.speech).toMatch(/^This part of the plan is long\. .{200,269}$/);
  });

  it("acts for the tenant of the key's owner", async () => {
    const world = worldOf();
    const { conversation_id } = (await say(world, await pair(world), "Build me a todo app")).json;
    const stranger = personOf({ principal: "owner", tenant: "tn_10" });
    const read = (caller = OWNER) =>
      client(world)("GET", `/gantry/consultation/${conversation_id}`, { caller });
    expect([(await read()).status, (await read(stranger)).status]).toEqual([200, 404]);
  });
});

describe("POST /gantry/siri/selftest", () => {
  it("tells what was hashed, and consults nobody", async () => {
    const world = worldOf();
    const phone = await pair(world);
    const { status, json } = await say(world, phone, "Build me a todo app", "/gantry/siri/selftest");
    expect([status, json]).toEqual([
      200,
      expect.objectContaining({ signature_matches: true, key_id: phone.key_id }),
    ]);
    const conversations = (await client(world)("GET", "/gantry/consultations")).json.consultations;
    expect(conversations).toEqual([]);
  });
});
