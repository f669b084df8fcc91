import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { GantryError } from "#core/kernel/errors.ts";
import { route } from "#lambdas/runtime/route.ts";
import { missionWorld, sealed } from "#test/core/factory/steps/mission-run.ts";
import { memoryWorld, PASSWORD, STRANGER } from "#test/support/memory-world.ts";
import { PNG_BASE64, PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure, ORIGIN, type RequestOptions } from "./requests.ts";

beforeAll(configure);
const log = printed();

const worldOf = () =>
  memoryWorld({ models: { consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }) } });
const MESSAGE = { message: "Build me a task manager" };

/** Asks, and expects a problem that names the field, with nothing stored but that it was asked. */
async function refusal(method: string, url: string, options: RequestOptions = {}) {
  const world = worldOf();
  const reply = await client(world)(method, url, options);
  expect(reply.headers["content-type"]).toBe("application/problem+json");
  expect(reply.json).toMatchObject({ status: reply.status, type: `/docs#error-${reply.json.code}` });
  expect(reply.json.detail).toMatch(/\S/);
  expect(world.store.items().filter((item) => !("bucket" in item))).toEqual([]);
  return { status: reply.status, code: reply.json.code, field: reply.json.field };
}

describe("an invalid request", () => {
  it.each<[string, unknown, string]>([
    ["an unknown field", { ...MESSAGE, colour: "red" }, "colour"],
    ["a field of the prototype", '{"message":"a","__proto__":{"deploy":true}}', "__proto__"],
    ["a wrong type", { ...MESSAGE, deploy: "yes" }, "deploy"],
    ["null", { message: null }, "message"],
    ["an empty message", { message: "" }, "message"],
    ["a message of 1 MB", { message: "x".repeat(1_000_000) }, "message"],
    ["half of a surrogate pair", String.raw`{"message":"a\ud800b"}`, "message"],
    ["no message", {}, "message"],
    ["broken base64", { ...MESSAGE, image_base64: "not base64!" }, "image_base64"],
    ["an image that is none", { ...MESSAGE, image_base64: btoa("hello") }, "image_base64"],
    ["an image that is too large", { ...MESSAGE, image_base64: "A".repeat(5_100_001) }, "image_base64"],
    ["a hash that is none", { conversation_id: "c_1", confirm: "yes" }, "confirm"],
    ["a confirmation without its consultation", { confirm: "0".repeat(64) }, "conversation_id"],
    ["an id with '#'", { ...MESSAGE, conversation_id: "c#1" }, "conversation_id"],
    ["an id in upper case", { ...MESSAGE, conversation_id: "C_1" }, "conversation_id"],
    ["a list", [MESSAGE], ""],
    ["a string", '"hello"', ""],
    ["broken JSON", '{"message": ', "body"],
    ["nested too deep", `{"message": ${"[".repeat(70)}${"]".repeat(70)}}`, "body"],
  ])("is refused by its field and changes nothing: %s", async (_, body, field) => {
    expect(await refusal("POST", "/gantry/consult", { body })).toEqual({
      status: 400,
      code: "InvalidInput",
      field,
    });
  });

  it("to log out with any field is refused", async () => {
    expect(await refusal("POST", "/gantry/auth/logout", { body: { everywhere: true } })).toEqual({
      status: 400,
      code: "InvalidInput",
      field: "everywhere",
    });
  });

  it.each([
    ["/gantry/missions?limit=0", "limit"],
    ["/gantry/missions?limit=many", "limit"],
    ["/gantry/missions?sort=up", "sort"],
    ["/gantry/search", "q"],
    ["/gantry/search?q=", "q"],
    ["/gantry/status/M_1", "id"],
    ["/gantry/missions/m_1/events?after=-1", "after"],
    ["/gantry/missions/m_1/events?after=1000000000000", "after"],
    ["/gantry/missions/m_1/events?after=", "after"],
    ["/gantry/missions?limit=1e1", "limit"],
    ["/gantry/missions?limit=0x10", "limit"],
  ])("with an invalid address is refused too: %s", async (url, field) => {
    expect(await refusal("GET", url)).toEqual({ status: 400, code: "InvalidInput", field });
  });

  it.each([
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "application/jsonp",
  ])("is refused as %s", async (type) => {
    const refused = await refusal("POST", "/gantry/consult", {
      body: MESSAGE,
      headers: { "content-type": type },
    });
    expect(refused).toEqual({ status: 415, code: "UnsupportedMedia", field: "Content-Type" });
  });

  it("is refused when it is compressed", async () => {
    const refused = await refusal("POST", "/gantry/consult", {
      body: MESSAGE,
      headers: { "content-encoding": "gzip" },
    });
    expect(refused).toEqual({ status: 415, code: "UnsupportedMedia", field: "Content-Encoding" });
  });

  it.each([
    ["GET", "/gantry/nothing", 404, "NotFound"],
    ["GET", "/gantry/status/m_1/", 404, "NotFound"],
    ["GET", "/gantry/status/", 404, "NotFound"],
    ["POST", "/gantry/auth/", 404, "NotFound"],
    ["GET", "/health/", 404, "NotFound"],
    ["POST", "/gantry/missions//cancel", 404, "NotFound"],
    ["GET", "/gantry/consult", 405, "MethodNotAllowed"],
    ["DELETE", "/gantry/status/m_1", 405, "MethodNotAllowed"],
    ["GET", "/gantry/status/m_1", 404, "NotFound"],
    ["GET", "/gantry/latest", 404, "NotFound"],
    ["POST", "/gantry/missions/m_1/cancel", 404, "NotFound"],
    ["GET", "/gantry/consultation/c_1", 404, "NotFound"],
  ])("to %s %s is %i %s", async (method, url, status, code) => {
    expect(await refusal(method, url, method === "POST" ? { body: {} } : {})).toMatchObject({ status, code });
  });
});

describe("the body of a refusal", () => {
  it("names the permitted methods", async () => {
    const { headers, json } = await client(worldOf())("DELETE", "/gantry/status/m_1");
    expect(json.allow).toEqual(["GET", "HEAD", "OPTIONS"]);
    expect(headers.allow).toBe(json.allow.join(", "));
  });

  it("names every invalid field and every unknown one", async () => {
    const body = { message: "", colour: "red", size: 3 };
    const { json } = await client(worldOf())("POST", "/gantry/consult", { body });
    expect(json.errors).toEqual([
      { field: "message", message: "must not be empty" },
      { field: "colour", message: "is not a field of this request" },
      { field: "size", message: "is not a field of this request" },
    ]);
    const unknown = await client(worldOf())("POST", "/gantry/consult", {
      body: { ...MESSAGE, colour: "red" },
    });
    expect(unknown.json).toMatchObject({
      field: "colour",
      detail: expect.stringMatching(/^colour is not a field of this request\. Its fields are message, /),
    });
  });
});

beforeEach(() => {
  delete process.env.SESSION_COOKIE;
});

describe("an HTTP caller", () => {
  it.each([
    "GET /gantry/missions",
    "POST /gantry/consult",
    "GET /gantry/missions/m_1/evidence",
    "POST /gantry/ws-ticket",
  ])("must be authenticated first: %s", async (what) => {
    const [method = "", url = ""] = what.split(" ");
    expect(
      await refusal(method, url, { caller: null, body: method === "POST" ? MESSAGE : undefined }),
    ).toMatchObject({
      status: 401,
      code: "Unauthenticated",
    });
  });

  it("sees only their own tenant's missions", async () => {
    const ask = client(await missionWorld());
    for (const url of ["/gantry/status/m_1", "/gantry/missions/m_1/events", "/gantry/missions/m_1/failure"])
      expect([url, (await ask("GET", url, { caller: STRANGER })).status]).toEqual([url, 404]);
    expect((await ask("GET", "/gantry/status/m_1")).status).toBe(200);
  });

  it.each<[Record<string, string>, number]>([
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "cross-site", origin: ORIGIN }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "same-origin" }, 200],
    [{ "sec-fetch-site": "none" }, 200],
    [{ Origin: ORIGIN }, 200],
    [{ origin: "https://d1.cloudfront.net", "x-forwarded-host": "d1.cloudfront.net" }, 200],
    [{ origin: ORIGIN, "x-forwarded-host": "d1.cloudfront.net" }, 403],
    [{}, 200],
  ])("may not be a page of another site: %j is %i", async (headers, status) => {
    const world = worldOf();
    const reply = await client(world)("POST", "/gantry/consult", { body: MESSAGE, headers });
    expect(reply.status).toBe(status);
    if (status === 403) {
      expect(reply.json).toMatchObject({ code: "Forbidden", field: "Origin" });
      expect(world.store.items()).toEqual([]);
    }
  });

  it("logs in with a cookie that scripts cannot read, and logs out", async () => {
    const ask = client(worldOf());
    const login = await ask("POST", "/gantry/auth", { body: { password: PASSWORD }, caller: null });
    expect(login.cookies[0]).toMatch(
      /^__Host-gantry=[\w-]{21}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    );
    const [cookie = ""] = login.cookies[0]?.split(";") ?? [];
    const headers = { cookie: `other=1; ${cookie}`, "x-gantry-token": login.json.page_token };
    const status = () => ask("GET", "/gantry/auth/status", { headers, caller: null });
    expect((await status()).json).toMatchObject({ authenticated: true, principal: "owner", tenant: "tn_1" });
    for (const half of [
      { cookie },
      { "x-gantry-token": login.json.page_token },
      { cookie, "x-gantry-token": "x" },
    ])
      expect((await ask("GET", "/gantry/auth/status", { headers: half, caller: null })).json).toEqual({
        authenticated: false,
      });
    const bearer = { authorization: `Bearer ${login.json.token}` };
    expect((await ask("GET", "/gantry/auth/status", { headers: bearer, caller: null })).json).toMatchObject({
      authenticated: true,
    });
    expect((await ask("POST", "/gantry/auth/logout", { headers, caller: null })).cookies[0]).toContain(
      "Max-Age=0",
    );
    expect((await status()).json).toEqual({ authenticated: false });
    const wrong = await ask("POST", "/gantry/auth", { body: { password: "guess" }, caller: null });
    expect([wrong.status, wrong.cookies]).toEqual([401, []]);
  });

  it("receives the configured cookie, for TLS only where its request came over TLS", async () => {
    process.env.SESSION_COOKIE = "gantry-7f3a";
    const logIn = async (headers: Record<string, string> = {}) => {
      const input = { body: { password: PASSWORD }, caller: null, headers };
      return (await client(worldOf())("POST", "/gantry/auth", input)).cookies[0];
    };
    try {
      const rest = /=[\w-]{21}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax/.source;
      expect(await logIn()).toMatch(new RegExp(`^gantry-7f3a${rest}$`));
      const overTls = await logIn({ "x-forwarded-proto": "https" });
      expect(overTls).toMatch(new RegExp(`^__Host-gantry-7f3a${rest}; Secure$`));
    } finally {
      delete process.env.SESSION_COOKIE;
    }
  });

  it("is counted by the address that the edge saw, not by the edge's own", async () => {
    const ask = client(worldOf());
    const guess = (viewer: string) =>
      ask("POST", "/gantry/auth", {
        body: { password: "guess" },
        headers: { "x-gantry-viewer": viewer },
        caller: null,
      });
    for (let n = 0; n < 20; n++) await guess("198.51.100.1");
    expect((await guess("198.51.100.1")).status).toBe(429);
    expect((await guess("198.51.100.2")).status).toBe(401);
  });

  it("is counted by user as well, whatever addresses the requests claim", async () => {
    const world = worldOf();
    const ask = client(world);
    const guess = (n: number, user = "owner") =>
      ask("POST", "/gantry/auth", {
        body: { user, password: "guess" },
        headers: { "x-gantry-viewer": `2001:db8:${n.toString(16)}::1` },
        caller: null,
      });
    const answers = new Set<number>();
    for (let n = 0; n < 600; n++) answers.add((await guess(n)).status);
    expect([...answers]).toEqual([401]);
    expect((await guess(600)).status).toBe(429);
    expect(world.passwords.asked).toHaveLength(600);
    expect((await guess(601, "ada")).status).toBe(401);
  });

  it("receives the time to wait after too many guesses", async () => {
    const ask = client(worldOf());
    const guess = () => ask("POST", "/gantry/auth", { body: { password: "guess" }, caller: null });
    for (let n = 0; n < 20; n++) expect((await guess()).status).toBe(401);
    const reply = await guess();
    expect([reply.status, Number(reply.headers["retry-after"])]).toEqual([429, expect.any(Number)]);
  });
});

describe("a POST under an Idempotency-Key", () => {
  const headers = { "Idempotency-Key": "key-1" };

  it("has one effect; another body under the key is 422", async () => {
    const world = worldOf();
    const ask = client(world);
    const first = await ask("POST", "/gantry/consult", { body: MESSAGE, headers });
    const second = await ask("POST", "/gantry/consult", { body: MESSAGE, headers });
    expect(second.json).toEqual(first.json);
    expect(second.headers["idempotency-replayed"]).toBe("true");
    expect(world.converser.requests).toHaveLength(1);
    const other = await ask("POST", "/gantry/consult", { body: { message: "Build me a quiz" }, headers });
    expect([other.status, other.json.code]).toEqual([422, "IdempotencyMismatch"]);
  });

  it("sent twice at once has one effect", async () => {
    const world = worldOf();
    const ask = client(world);
    const both = await Promise.all(
      [0, 1].map(() => ask("POST", "/gantry/consult", { body: MESSAGE, headers })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(world.converser.requests).toHaveLength(1);
  });

  it.each([
    ["/gantry/auth", { password: PASSWORD }],
    ["/gantry/auth/logout", {}],
    ["/gantry/ws-ticket", { mission_id: "m_1" }],
  ])("requires a valid key even where no reply is kept: %s", async (url, body) => {
    const refused = { status: 400, code: "InvalidInput", field: "Idempotency-Key" };
    for (const key of ["", "a b", "a".repeat(129)])
      expect(await refusal("POST", url, { body, headers: { "Idempotency-Key": key } })).toEqual(refused);
    expect((await client(await missionWorld())("POST", url, { body, headers })).status).toBe(200);
  });

  it("creates a new session for each log-in", async () => {
    const ask = client(worldOf());
    const login = () => ask("POST", "/gantry/auth", { body: { password: PASSWORD }, headers });
    const [first, second] = [await login(), await login()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.json.token).not.toBe(first.json.token);
  });

  it("creates a new ticket each time and stores none", async () => {
    const world = await missionWorld();
    const draw = () => client(world)("POST", "/gantry/ws-ticket", { body: { mission_id: "m_1" }, headers });
    const [first, second] = [await draw(), await draw()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.json.ticket).not.toBe(first.json.ticket);
    expect(JSON.stringify(world.store.items())).not.toContain(first.json.ticket);
  });

  it("never stores a session's token", async () => {
    const world = worldOf();
    const { json } = await client(world)("POST", "/gantry/auth", { body: { password: PASSWORD }, headers });
    expect(JSON.stringify(world.store.items())).not.toContain(json.token);
  });
});

describe("a consultation over HTTP", () => {
  it("ends with a mission when its hash is confirmed, and with 409 when the hash is stale", async () => {
    const ask = client(worldOf());
    const { json } = await ask("POST", "/gantry/voice", { body: { ...MESSAGE, image_base64: PNG_BASE64 } });
    const body = { conversation_id: json.conversation_id, confirm: "0".repeat(64) };
    expect((await ask("POST", "/gantry/consult", { body })).json).toMatchObject({
      status: 409,
      code: "StalePlan",
    });
    const done = await ask("POST", "/gantry/consult", { body: { ...body, confirm: json.plan.hash } });
    expect((await ask("GET", `/gantry/status/${done.json.mission_id}`)).json).toMatchObject({
      mission_id: done.json.mission_id,
      status: "QUEUED",
      attempts: 0,
      url: null,
      pr_url: null,
      speech: expect.any(String),
    });
  });

  it("names what this installation refuses of the plan before it is confirmed", async () => {
    const sentence = "Builds are refused: they need a sandbox, and this machine has none.";
    const notice = { about: "builds", sentence, fix: "sudo apk add bubblewrap" } as const;
    const world = { ...worldOf(), notices: async () => [notice] };
    const ask = client(world);
    const written = (await ask("POST", "/gantry/consult", { body: MESSAGE })).json;
    expect(written).toMatchObject({ speech: "Shall I?", notices: [notice] });
    const spoken = (await ask("POST", "/gantry/voice", { body: MESSAGE })).json;
    expect(spoken).toMatchObject({ speech: `${sentence} Shall I?`, notices: [notice] });
    const body = { conversation_id: written.conversation_id, confirm: written.plan.hash };
    expect((await ask("POST", "/gantry/consult", { body })).json.notices).toEqual([]);
  });

  it("can be replaced by one call that plans and builds", async () => {
    const ask = client(worldOf());
    const reply = await ask("POST", "/gantry/architect", {
      body: { voice_memo: "A task manager", deploy: false },
    });
    expect([reply.status, Object.keys(reply.json).sort()]).toEqual([
      202,
      ["conversation_id", "mission_id", "speech"],
    ]);
  });
});

describe("an HTTP reply", () => {
  it("returns evidence as the sealed bytes", async () => {
    const world = await missionWorld();
    const ask = client(world);
    expect((await ask("GET", "/gantry/missions/m_1/evidence")).status).toBe(404);
    await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "It broke." } });
    const reply = await ask("GET", "/gantry/missions/m_1/evidence");
    expect(Buffer.from(reply.text, "latin1")).toEqual(
      Buffer.from([...world.vault.all.values()][0] as Uint8Array),
    );
    expect(reply.headers["content-type"]).toBe("application/zip");
    expect((await ask("GET", "/gantry/missions/m_1/failure")).json.error).toEqual({
      code: "CodeFailure",
      message: "It broke.",
    });
  });

  it("too large for a function is a redirect to the evidence that is valid for a minute", async () => {
    const world = await missionWorld();
    const ask = client(world);
    await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "It broke." } });
    const small = await ask("GET", "/gantry/missions/m_1/evidence");
    const [key = ""] = world.vault.all.keys();
    world.vault.all.set(key, new Uint8Array(4 * 2 ** 20));
    expect((await ask("GET", "/gantry/missions/m_1/evidence")).status).toBe(200);
    world.vault.all.set(key, new Uint8Array(4 * 2 ** 20 + 1));
    const large = await ask("GET", "/gantry/missions/m_1/evidence");
    expect([large.status, large.text]).toEqual([303, ""]);
    expect(large.headers).toMatchObject({
      location: "https://evidence.test/t/tn_1/missions/m_1/evidence.zip?get=60&as=m_1.zip",
      "x-gantry-seal": small.headers["x-gantry-seal"],
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
    expect((await ask("GET", "/gantry/missions/m_1/evidence", { caller: STRANGER })).status).toBe(404);
  });

  it("to an unexpected error contains nothing of it", async () => {
    const fail = (error: unknown) =>
      route({
        method: "GET",
        path: "/fail",
        id: "fail",
        tag: "Service",
        summary: "Fails.",
        description: "",
        right: "public",
        reply: { status: 200, description: "", schema: "text" },
        handle: async () => {
          throw error;
        },
      });
    const secret = "postgres://user:hunter2@db";
    const cause = new GantryError("GitHubRefused", "GitHub said no.", { cause: new Error(secret) });
    for (const [error, status] of [
      [new Error(secret), 500],
      [secret, 500],
      [cause, 422],
    ] as const) {
      const reply = await client(worldOf(), [fail(error)])("GET", "/fail");
      expect(reply.status).toBe(status);
      expect(JSON.stringify(reply)).not.toContain("hunter2");
    }
  });

  it("never permits a browser to guess its type, frame it or store it", async () => {
    const { headers } = await client(worldOf())("GET", "/gantry/missions");
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
  });

  it("reports that the service is alive, even when its table does not reply", async () => {
    const ask = client(worldOf());
    const { status, json } = await ask("GET", "/health", { caller: null });
    expect([status, json]).toEqual([
      200,
      { status: "healthy", uptime_seconds: expect.any(Number), websocket_connections: 0 },
    ]);
    const { json: check } = await ask("GET", "/healthcheck", { caller: null });
    expect(check).toEqual({ status: "ok", service: "gantry", phase: "serving" });
    const world = worldOf();
    const down = Object.create(world, {
      store: { value: { query: () => Promise.reject(new Error("down")) } },
    });
    const alone = await client(down)("GET", "/health", { caller: null });
    expect([alone.status, alone.json.websocket_connections]).toEqual([200, null]);
  });

  it("reports whether each dependency replies", async () => {
    const broken = async () => {
      throw new Error("down");
    };
    const ready = await client({ ...worldOf(), probes: { database: async () => 1 } })("GET", "/ready", {
      caller: null,
    });
    expect([ready.status, ready.json]).toEqual([200, { ready: true, checks: { database: true } }]);
    const not = await client({ ...worldOf(), probes: { database: async () => 1, architect: broken } })(
      "GET",
      "/ready",
      { caller: null },
    );
    expect([not.status, not.json]).toEqual([
      503,
      { ready: false, checks: { database: true, architect: false } },
    ]);
    expect(log.json.filter(({ message }) => message === "probe failed")).toMatchObject([
      { probe: "architect", error: { name: "Error" } },
    ]);
  });
});
