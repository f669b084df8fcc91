import { beforeAll, describe, expect, it } from "@jest/globals";
import { logIn, readSession } from "#core/identity/session.ts";
import { personOf } from "#test/support/callers.ts";
import { memoryWorld, PASSWORD, STRANGER, type World } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure, type RequestOptions } from "./requests.ts";

beforeAll(configure);
const lines = printed();

const NEXT = "another long password";

/** A world with two sessions of the owner, and a client that is in the second. */
async function inSession() {
  const world = memoryWorld();
  const other = await begin(world);
  const own = await begin(world);
  const ask = (method: string, path: string, options: RequestOptions = {}) =>
    client(world)(method, path, {
      ...options,
      headers: { authorization: `Bearer ${own}`, ...options.headers },
    });
  return { world, other, own, ask };
}

async function begin(world: World): Promise<string> {
  const body = { password: PASSWORD };
  const reply = await client(world)("POST", "/gantry/auth", {
    body,
    caller: null,
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  });
  return reply.json.token;
}

describe("GET /gantry/sessions", () => {
  it("shows the caller's own, says which one asks, and contains no token", async () => {
    const { ask, other, own } = await inSession();
    const { json, text } = await ask("GET", "/gantry/sessions");
    expect(json.sessions.map(({ current }: { current: boolean }) => current)).toEqual([true, false]);
    expect(json.sessions[0]).toMatchObject({
      address: "203.0.113.9",
      client: expect.stringContaining("Firefox/140.0"),
      begun_at: "2026-11-21T00:00:00.000Z",
      expires_at: "2026-11-21T12:00:00.000Z",
    });
    for (const token of [other, own]) expect(text).not.toContain(token);
  });

  it.each([
    ["of another tenant", STRANGER],
    ["of another name", personOf({ principal: "bob", membership: "viewer" })],
  ])("shows nothing of it to somebody %s", async (_, caller) => {
    const { ask } = await inSession();
    expect((await ask("GET", "/gantry/sessions", { caller })).json.sessions).toEqual([]);
  });

  it("is refused to the key of a device, and to a session that has just ended", async () => {
    const { world, ask } = await inSession();
    const caller = personOf({ principal: "owner", device: "k_1", amr: ["device"] });
    expect((await ask("GET", "/gantry/sessions", { caller })).status).toBe(403);
    const headers = { authorization: `Bearer ${"x".repeat(43)}` };
    expect((await ask("GET", "/gantry/sessions", { headers })).json.code).toBe("Unauthenticated");
    expect(world.store.items().filter(({ kind }) => kind === "session")).toHaveLength(2);
  });
});

describe("POST /gantry/sessions/{id}/revoke", () => {
  it("ends a session at once, and no other", async () => {
    const { world, ask, other, own } = await inSession();
    const [, { session_id }] = (await ask("GET", "/gantry/sessions")).json.sessions;
    const path = `/gantry/sessions/${session_id}/revoke`;
    for (const caller of [STRANGER, personOf({ principal: "bob" })])
      expect((await ask("POST", path, { body: {}, caller })).json.code).toBe("NotFound");
    expect(await readSession(world, other)).toBeDefined();
    expect((await ask("POST", path, { body: {} })).json).toEqual({ ended: 1 });
    expect([await readSession(world, other), await readSession(world, own)]).toEqual([
      undefined,
      expect.objectContaining({ principal: "owner" }),
    ]);
    expect((await ask("POST", path, { body: {} })).json.code).toBe("NotFound");
  });
});

describe("POST /gantry/sessions/revoke-others", () => {
  it("ends all but the session that asks", async () => {
    const { world, ask, other, own } = await inSession();
    expect((await ask("POST", "/gantry/sessions/revoke-others", { body: {} })).json).toEqual({ ended: 1 });
    expect(await readSession(world, other)).toBeUndefined();
    expect(await readSession(world, own)).toBeDefined();
  });
});

describe("POST /gantry/auth/password", () => {
  const change = { current_password: PASSWORD, new_password: NEXT };

  it("changes the password, ends the other sessions and logs neither password", async () => {
    const { world, ask, other, own } = await inSession();
    expect((await ask("POST", "/gantry/auth/password", { body: change })).json).toEqual({ ended: 1 });
    expect([await readSession(world, other), await readSession(world, own)]).toEqual([
      undefined,
      expect.anything(),
    ]);
    const logged = await logIn(world, { user: "owner", password: NEXT, address: "203.0.113.9" });
    expect(logged.caller.membership).toBe("owner");
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${NEXT}|${PASSWORD}`));
    expect(JSON.stringify(world.store.items())).not.toContain(NEXT);
  });

  it.each<[string, object, number, object]>([
    [
      "a wrong current password",
      { ...change, current_password: "guess" },
      403,
      { code: "Forbidden", field: "current_password" },
    ],
    ["a short new one", { ...change, new_password: "short" }, 400, { field: "new_password" }],
    ["no current one", { new_password: NEXT }, 400, { field: "current_password" }],
    ["another user", { ...change, user: "bob" }, 400, { field: "user" }],
  ])("refuses %s and ends nothing", async (_, body, status, problem) => {
    const { world, ask, other } = await inSession();
    const reply = await ask("POST", "/gantry/auth/password", { body });
    expect([reply.status, reply.json]).toEqual([status, expect.objectContaining(problem)]);
    expect(await readSession(world, other)).toBeDefined();
  });

  it("counts wrong passwords like failed log-ins", async () => {
    const { ask } = await inSession();
    process.env.POWERTOOLS_METRICS_NAMESPACE = "Gantry";
    const before = lines.json.length;
    await ask("POST", "/gantry/auth/password", { body: { ...change, current_password: "guess" } });
    delete process.env.POWERTOOLS_METRICS_NAMESPACE;
    expect(lines.json.slice(before).filter((line) => line._aws)).toMatchObject([{ LogInsFailed: 1 }]);
  });
});
