import { beforeAll, describe, expect, it } from "@jest/globals";
import { readCredential } from "#core/identity/credentials.ts";
import { personOf } from "#test/support/callers.ts";
import { memoryWorld, OWNER, PASSWORD } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
const lines = printed();

const MEMBER = personOf({ principal: "bob", membership: "member" });
const DEVICE = { kind: "device", name: "Ada's phone" };
const SERVICE = { kind: "service", name: "ci", scopes: ["missions:read"], expires_in_days: 7 };

describe("POST /gantry/keys", () => {
  it("returns the key once: no list, repeated request or log line contains it", async () => {
    const world = memoryWorld();
    const ask = client(world);
    const headers = { "idempotency-key": "one" };
    const made = await ask("POST", "/gantry/keys", { body: DEVICE, headers });
    expect(made.status).toBe(201);
    const { key, ...rest } = made.json;
    expect(rest).toMatchObject({
      kind: "device",
      name: "Ada's phone",
      principal: "owner",
      scopes: [],
      status: "active",
      expires_at: "2027-02-19T00:00:00.000Z",
      revoked_at: null,
    });
    expect((await ask("GET", "/gantry/keys")).json).toEqual({ keys: [rest], next_cursor: null });
    const again = await ask("POST", "/gantry/keys", { body: DEVICE, headers });
    expect(again.json.key).not.toBe(key);
    expect(JSON.stringify(world.store.items())).not.toContain(key);
    expect(JSON.stringify(lines)).not.toContain(key);
    expect(await readCredential(world, key)).toMatchObject({ principal: "owner", amr: ["device"] });
  });

  it.each<[string, object, number, object]>([
    ["a service for a member", SERVICE, 403, { code: "Forbidden", right: "admin" }],
    ["a device with scopes", { ...DEVICE, scopes: ["missions:read"] }, 400, { field: "scopes" }],
    ["a scope that there is not", { ...SERVICE, scopes: ["admin"] }, 400, { field: "scopes.0" }],
    ["no end", { ...DEVICE, expires_in_days: 0 }, 400, { field: "expires_in_days" }],
    ["an end after a year", { ...DEVICE, expires_in_days: 366 }, 400, { field: "expires_in_days" }],
    ["another owner", { ...DEVICE, principal: "owner" }, 400, { field: "principal" }],
    ["another kind", { ...DEVICE, kind: "agent" }, 400, { field: "kind" }],
  ])("refuses %s", async (_, body, status, problem) => {
    const world = memoryWorld();
    const reply = await client(world)("POST", "/gantry/keys", { body, caller: MEMBER });
    expect([reply.status, reply.json]).toEqual([status, expect.objectContaining(problem)]);
    expect(world.store.items().filter(({ kind }) => kind === "key")).toEqual([]);
  });
});

describe("POST /gantry/keys/{id}/revoke", () => {
  it("revokes a key with immediate effect", async () => {
    const world = memoryWorld();
    const ask = client(world);
    const { key, key_id } = (await ask("POST", "/gantry/keys", { body: SERVICE })).json;
    const revoked = await ask("POST", `/gantry/keys/${key_id}/revoke`, { body: {} });
    expect([revoked.status, revoked.json.status]).toEqual([200, "revoked"]);
    expect(await readCredential(world, key)).toBeUndefined();
  });

  it("does not find a key that is missing or not the caller's", async () => {
    const world = memoryWorld();
    const ask = client(world);
    const { key_id } = (await ask("POST", "/gantry/keys", { body: SERVICE })).json;
    for (const id of [key_id, "zzzzzzzz"]) {
      const reply = await ask("POST", `/gantry/keys/${id}/revoke`, { body: {}, caller: MEMBER });
      expect([reply.status, reply.json.code]).toEqual([404, "NotFound"]);
    }
  });
});

describe("GET /gantry/keys", () => {
  it("shows of each key whether it is still valid", async () => {
    const world = memoryWorld();
    const ask = client(world);
    const { key_id } = (await ask("POST", "/gantry/keys", { body: SERVICE })).json;
    await ask("POST", `/gantry/keys/${key_id}/revoke`, { body: {} });
    await ask("POST", "/gantry/keys", { body: { ...SERVICE, expires_in_days: 1 } });
    world.clock.advance(86_400_000);
    await ask("POST", "/gantry/keys", { body: SERVICE });
    const { keys } = (await ask("GET", "/gantry/keys")).json;
    expect(keys.map(({ status }: { status: string }) => status)).toEqual(["active", "expired", "revoked"]);
  });
});

describe("a request with a key", () => {
  const keyOf = async (world: ReturnType<typeof memoryWorld>) =>
    (await client(world)("POST", "/gantry/keys", { body: DEVICE })).json.key as string;
  const whoIs = async (world: ReturnType<typeof memoryWorld>, headers: Record<string, string>, query = "") =>
    (await client(world)("GET", `/gantry/auth/status${query}`, { caller: null, headers })).json;

  it.each(["authorization", "Authorization", "AUTHORIZATION"])(
    "is recognised by the header %s",
    async (name) => {
      const world = memoryWorld();
      for (const scheme of ["Bearer", "bearer", "BEARER"])
        expect(await whoIs(world, { [name]: `${scheme} ${await keyOf(world)}` })).toMatchObject({
          authenticated: true,
          principal: "owner",
          amr: ["device"],
        });
    },
  );

  it.each<[string, (key: string) => Record<string, string>]>([
    ["without the scheme", (authorization) => ({ authorization })],
    ["as Basic", (key) => ({ authorization: `Basic ${key}` })],
    ["as a cookie", (key) => ({ cookie: `__Host-gantry=${key}` })],
    ["as a page's token", (key) => ({ "x-gantry-token": key })],
    ["with more behind it", (key) => ({ authorization: `Bearer ${key} x` })],
    ["in capitals", (key) => ({ authorization: `Bearer ${key.toUpperCase()}` })],
    ["cut short", (key) => ({ authorization: `Bearer ${key.slice(0, -1)}` })],
  ])("is unauthenticated %s", async (_, headersOf) => {
    const world = memoryWorld();
    expect(await whoIs(world, headersOf(await keyOf(world)))).toEqual({ authenticated: false });
  });

  it("is not authenticated by the query string", async () => {
    const world = memoryWorld();
    const key = await keyOf(world);
    for (const name of ["key", "token", "access_token", "authorization"]) {
      const reply = await client(world)("GET", `/gantry/auth/status?${name}=${key}`, { caller: null });
      expect([reply.status, reply.json.field]).toEqual([400, name]);
      expect(reply.text).not.toContain(key);
    }
  });

  it("is refused when a page of another site sends it, like any other request", async () => {
    const world = memoryWorld();
    const caller = personOf({ device: "k", amr: ["device"] });
    const authorization = `Bearer ${await keyOf(world)}`;
    const ask = (headers: object) =>
      client(world)("POST", "/gantry/voice", { caller, headers: { authorization, ...headers }, body: {} });
    expect((await ask({})).json.code).toBe("InvalidInput"); // It came to reading the body.
    expect((await ask({ origin: "https://assistant.example" })).json).toMatchObject({
      code: "Forbidden",
      field: "Origin",
    });
  });
});

describe("POST /gantry/auth", () => {
  it("counts a failed log-in, and names neither user nor password", async () => {
    process.env.POWERTOOLS_METRICS_NAMESPACE = "Gantry";
    const before = lines.json.length;
    const body = { user: "mallory", password: "a guess that is wrong" };
    await client(memoryWorld())("POST", "/gantry/auth", { caller: null, body });
    delete process.env.POWERTOOLS_METRICS_NAMESPACE;
    const printed = lines.json.slice(before);
    expect(printed.filter((line) => line._aws)).toMatchObject([{ LogInsFailed: 1 }]);
    expect(JSON.stringify(printed)).not.toMatch(/mallory|a guess/);
  });

  it("records the log-in of a member and nothing of a failed one", async () => {
    const world = memoryWorld();
    const ask = client(world);
    const logIn = (password: string) =>
      ask("POST", "/gantry/auth", { caller: null, body: { user: "owner", password } });
    expect((await logIn("guess")).status).toBe(401);
    const feed = async () =>
      world.ledger.feed("tn_1", { root: "auth", day: "20261121" }, { limit: 9, order: "oldest_first" });
    expect((await feed()).signals).toEqual([]);
    expect((await logIn(PASSWORD)).status).toBe(200);
    expect((await feed()).signals.map(({ type, authid }) => [type, authid])).toEqual([
      ["gantry.auth.logged_in", OWNER.principal],
    ]);
  });
});
