import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { homeKeys } from "#local/home-keys.ts";
import { passwordHash } from "#local/password-hash.ts";
import { type Client, logIn } from "./support/client.ts";
import { aws } from "./support/effects.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { type RawAnswer, raw } from "./support/raw.ts";
import { everythingStored, quiet, rows } from "./support/table.ts";

/** Whatever a client sends: a problem that names the field, nothing stored, nothing said that is nobody's business. */

const WISH = "Build me a task manager with due dates and dark mode";
const NO_DEPLOY = { deploy: false, publish: false };
const OTHER_PASSWORD = "another-horse-battery";
const SHA = "0".repeat(64);
/** One pixel. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let gantry: Gantry;
let owner: Client;
let other: Client;
let mission: string;
/** A consultation with a plan that nobody confirms. */
let open: { conversation_id: string; plan: { hash: string } };

beforeAll(async () => {
  gantry = await startGantry();
  const ssm = new SSMClient(aws(gantry));
  await ssm.send(
    new PutParameterCommand({
      Name: "/gantry/users/other",
      Type: "SecureString",
      Value: JSON.stringify({ tenant: "neighbour", role: "owner", phc: await passwordHash(OTHER_PASSWORD) }),
    }),
  );
  ssm.destroy();
  owner = await logIn(gantry);
  other = await logIn({ origin: gantry.origin, password: OTHER_PASSWORD }, "other");
  mission = await owner.build(WISH, NO_DEPLOY);
  open = (await owner.post("/gantry/consult", { message: WISH })).body;
  await owner.wait(mission, 60);
  await quiet(gantry);
});

afterAll(async () => {
  await gantry?.stop();
});

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
}

/** Sends it and expects the refusal, told as a problem without inner words, and nothing stored. */
async function expectRefused(
  { status, code, field }: Refusal,
  send: () => Promise<{ status: number; headers: Headers | RawAnswer["headers"]; body: unknown }>,
): Promise<Record<string, unknown>> {
  const before = await everythingStored(gantry);
  const answer = await send();
  const { request_id, ...body } = (
    typeof answer.body === "string" ? JSON.parse(answer.body) : answer.body
  ) as Record<string, unknown>;
  const header = (name: string) =>
    answer.headers instanceof Headers ? answer.headers.get(name) : answer.headers[name];
  const type = header("content-type");
  // What API Gateway refuses itself has the id in its header alone.
  expect([undefined, header("x-request-id")]).toContain(request_id);
  expect(header("x-request-id")).toMatch(/^[\w-]{36}$/);
  expect({ status: answer.status, code: body.code, field: body.field, type }).toEqual({
    status,
    code,
    field,
    type: expect.stringContaining("application/problem+json"),
  });
  expect(body).toMatchObject({
    type: `/docs#error-${code}`,
    status,
    title: expect.any(String),
    detail: expect.any(String),
  });
  expect(JSON.stringify(body)).not.toMatch(
    /node_modules|file:\/\/|\bat .*:\d+:\d+|\.ts\b|correct-horse|X-Amz/,
  );
  expect(await everythingStored(gantry)).toEqual(before);
  return body;
}

const invalid = (field: string): Refusal => ({ status: 400, code: "InvalidInput", field });

describe("an invalid field:", () => {
  const big = Buffer.alloc(3_760_000, 7);
  big.set(Buffer.from(PNG, "base64"));
  const cases: [string, string, string, unknown][] = [
    ["an unknown field", "/gantry/voice", "budget", { message: WISH, budget: 3 }],
    [
      "the name of an object's prototype",
      "/gantry/voice",
      "__proto__",
      '{"message":"x","__proto__":{"role":"owner"}}',
    ],
    ["a number for a sentence", "/gantry/voice", "message", { message: 42 }],
    ["null for a sentence", "/gantry/voice", "message", { message: null }],
    ["an empty sentence", "/gantry/voice", "message", { message: "" }],
    ["no sentence", "/gantry/voice", "message", {}],
    ["text for a switch", "/gantry/voice", "deploy", { message: WISH, deploy: "yes" }],
    ["a sentence of 1 MB", "/gantry/voice", "message", { message: "a".repeat(2 ** 20) }],
    ["a lone surrogate", "/gantry/voice", "message", '{"message":"a todo \\ud800 app"}'],
    ["a lone surrogate", "/gantry/consult", "message", '{"message":"a todo \\udc00 app"}'],
    ["a lone surrogate", "/gantry/chat", "message", '{"message":"cost \\ud800"}'],
    ["a lone surrogate", "/gantry/architect", "voice_memo", '{"voice_memo":"\\udfff"}'],
    [
      "a lone surrogate in the name of an image",
      "/gantry/voice",
      "image_filename",
      `{"message":"a todo app","image_base64":"${PNG}","image_filename":"\\ud800.png"}`,
    ],
    ["a list for the body", "/gantry/voice", "", [WISH]],
    ["broken base64", "/gantry/voice", "image_base64", { message: WISH, image_base64: "no base64!" }],
    [
      "base64 without its end",
      "/gantry/voice",
      "image_base64",
      { message: WISH, image_base64: PNG.slice(0, -3) },
    ],
    [
      "an image that is a text",
      "/gantry/voice",
      "image_base64",
      { message: WISH, image_base64: btoa("hello, world") },
    ],
    [
      "an image in SVG",
      "/gantry/voice",
      "image_base64",
      { message: WISH, image_base64: btoa('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>') },
    ],
    [
      "an image of 3.76 MB",
      "/gantry/voice",
      "image_base64",
      { message: WISH, image_base64: big.toString("base64") },
    ],
    [
      "an image 20,000 pixels wide",
      "/gantry/voice",
      "image_base64",
      { message: WISH, image_base64: wide(20_000) },
    ],
    [
      "an image file name that is a number",
      "/gantry/voice",
      "image_filename",
      { message: WISH, image_base64: PNG, image_filename: 1 },
    ],
    ["a confirmation without a consultation", "/gantry/voice", "conversation_id", { confirm: SHA }],
    ["a confirmation that is no hash", "/gantry/voice", "confirm", { confirm: "yes" }],
    [
      "a confirmation beside a message",
      "/gantry/voice",
      "confirm",
      { message: WISH, confirm: SHA, conversation_id: "c_1" },
    ],
    [
      "a consultation's id that is a path",
      "/gantry/voice",
      "conversation_id",
      { message: WISH, conversation_id: "../../etc/passwd" },
    ],
    [
      "a consultation's id with the table's separator",
      "/gantry/consult",
      "conversation_id",
      { message: WISH, conversation_id: "c#1" },
    ],
    ["an empty memo", "/gantry/architect", "voice_memo", { voice_memo: "" }],
    ["a memo under another name", "/gantry/architect", "voice_memo", { message: WISH }],
    ["an empty question", "/gantry/chat", "message", { message: "" }],
    ["an invalid mission id", "/gantry/ws-ticket", "mission_id", { mission_id: "NOPE!" }],
    ["a password that is a number", "/gantry/auth", "password", { password: 1 }],
    ["a user with a slash", "/gantry/auth", "user", { password: "x", user: "../owner" }],
    ["a body where none is accepted", "/gantry/missions/clear", "all", { all: true }],
  ];
  it.each(cases)("%s at %s is refused by the name '%s'", async (_, path, field, body) => {
    await expectRefused(invalid(field), () => owner.post(path, body));
  });

  it.each([
    ["GET", "/gantry/missions?limit=0", "limit"],
    ["GET", "/gantry/missions?limit=201", "limit"],
    ["GET", "/gantry/missions?limit=many", "limit"],
    ["GET", "/gantry/missions?order=desc", "order"],
    ["GET", "/gantry/search", "q"],
    ["GET", "/gantry/search?q=", "q"],
    ["GET", `/gantry/search?q=${"a".repeat(201)}`, "q"],
    ["GET", "/gantry/status/NOPE", "id"],
    ["GET", "/gantry/status/%00", "id"],
    ["GET", "/gantry/status/..%2f..%2fetc%2fpasswd", "id"],
    ["GET", "/gantry/status/%2e%2e%2fmissions", "id"],
    ["GET", `/gantry/status/${"a".repeat(300)}`, "id"],
    ["POST", "/gantry/missions/m%231/cancel", "id"],
  ])("%s %s is refused by the name '%s'", async (method, path, field) => {
    await expectRefused(invalid(field), () => raw(gantry, method, path, session(method)));
  });

  it.each([["after=-1"], ["after=1.5"], ["after=1e99"], ["limit=-5"]])(
    "events?%s is refused by its name",
    async (query) => {
      const field = query.split("=")[0] as string;
      await expectRefused(invalid(field), () => owner.get(`/gantry/missions/${mission}/events?${query}`));
    },
  );

  it("malformed JSON is refused as the body", async () => {
    for (const body of ['{"message": "x"', "message=x", '{"message": "x"} trailing', "\u0000"])
      await expectRefused(invalid("body"), () => owner.post("/gantry/voice", body));
  });

  it("an Idempotency-Key that is too long or not visible ASCII is refused", async () => {
    for (const key of ["k".repeat(129), "two words"])
      await expectRefused(invalid("Idempotency-Key"), () =>
        owner.post("/gantry/voice", { message: WISH }, { "idempotency-key": key }),
      );
  });
});

const session = (method: string): Record<string, string> => ({
  authorization: `Bearer ${owner.token}`,
  ...(method === "POST" ? { "content-type": "application/json" } : {}),
});

/** A PNG's first bytes, with this width: enough for its size to be read. */
function wide(width: number): string {
  const bytes = Buffer.from(PNG, "base64");
  bytes.writeUInt32BE(width, 16);
  return bytes.toString("base64");
}

describe("an invalid request", () => {
  it.each([
    ["text/plain"],
    ["application/x-www-form-urlencoded"],
    ["multipart/form-data; boundary=x"],
    ["application/xml"],
  ])("as %s is refused", async (type) => {
    await expectRefused({ status: 415, code: "UnsupportedMedia", field: "Content-Type" }, () =>
      owner.post("/gantry/voice", JSON.stringify({ message: WISH }), { "content-type": type }),
    );
  });

  it("of more than 10 MB is refused, and the connection stays open for the reply", async () => {
    await expectRefused({ status: 413, code: "TooLarge" }, () =>
      owner.post("/gantry/voice", JSON.stringify({ message: "a".repeat(10.5 * 2 ** 20) })),
    );
  });

  it("to an unknown route is not found", async () => {
    for (const path of ["/gantry/nope", "/gantry/voice/extra", "/gantry/../../etc/passwd", "/gantry/%00"])
      await expectRefused({ status: 404, code: "NotFound" }, () => raw(gantry, "GET", path, session("GET")));
  });

  it("to a missing file is not found, whatever is in the folder above the client", async () => {
    for (const path of ["/.env", "/../package.json", "/web/../.env", "/home.js%00.css"])
      expect((await raw(gantry, "GET", path, {})).status).toBe(404);
  });

  it("with an unsupported method receives the supported ones", async () => {
    for (const [method, path] of [
      ["GET", "/gantry/voice"],
      ["DELETE", `/gantry/status/${mission}`],
      ["PUT", "/gantry/missions"],
      ["PATCH", "/gantry/auth"],
    ] as const)
      await expectRefused({ status: 405, code: "MethodNotAllowed" }, () =>
        raw(gantry, method, path, session(method)),
      );
  });
});

describe("a request without the right to its resource", () => {
  it("is refused without a session", async () => {
    for (const headers of [
      {},
      { authorization: "Bearer " },
      { authorization: `Bearer ${"x".repeat(43)}` },
      { cookie: "gantry=x" },
    ])
      for (const [method, path] of [
        ["GET", "/gantry/missions"],
        ["POST", "/gantry/voice"],
        ["GET", `/gantry/status/${mission}`],
      ] as const)
        await expectRefused({ status: 401, code: "Unauthenticated" }, () =>
          raw(gantry, method, path, headers),
        );
  });

  it("is refused with a wrong password or an unknown user, in the same words", async () => {
    const refusal = { status: 401, code: "Unauthenticated", field: "password" };
    const wrong = await expectRefused(refusal, () => owner.post("/gantry/auth", { password: "wrong-horse" }));
    const nobody = await expectRefused(refusal, () =>
      owner.post("/gantry/auth", { password: gantry.password, user: "nobody" }),
    );
    expect(nobody).toEqual(wrong);
  });

  it("for another tenant's mission is not found, like an unknown one", async () => {
    const refusal = { status: 404, code: "NotFound", field: "id" };
    for (const [method, path] of [
      ["GET", `/gantry/status/${mission}`],
      ["GET", `/gantry/missions/${mission}/events`],
      ["GET", `/gantry/missions/${mission}/failure`],
      ["GET", `/gantry/missions/${mission}/evidence`],
      ["POST", `/gantry/missions/${mission}/cancel`],
      ["POST", `/gantry/missions/${mission}/retry`],
    ] as const) {
      const body = await expectRefused(refusal, () =>
        method === "GET" ? other.get(path) : other.post(path),
      );
      const none = await other.request(
        method,
        path.replace(mission, "m_none"),
        method === "GET" ? undefined : {},
      );
      const unnamed = { detail: "", request_id: "" };
      expect({ ...none.body, ...unnamed }).toEqual({ ...body, ...unnamed });
    }
    await expectRefused({ status: 404, code: "NotFound", field: "mission_id" }, () =>
      other.post("/gantry/ws-ticket", { mission_id: mission }),
    );
    expect((await other.get("/gantry/missions")).body.missions).toEqual([]);
    expect((await other.get("/gantry/search?q=task")).body.missions).toEqual([]);
    expect((await other.get("/gantry/latest")).status).toBe(404);
  });

  it("for another tenant's consultation is not found, like an unknown one", async () => {
    const { conversation_id, plan } = open;
    const refusal = { status: 404, code: "NotFound", field: "conversation_id" };
    await expectRefused(refusal, () => other.post("/gantry/consult", { conversation_id, message: "yes" }));
    await expectRefused(refusal, () =>
      other.post("/gantry/consult", { conversation_id, confirm: plan.hash }),
    );
    await expectRefused({ ...refusal, field: "id" }, () =>
      other.get(`/gantry/consultation/${conversation_id}`),
    );
  });

  it("is refused from a page of another site", async () => {
    const refusal = { status: 403, code: "Forbidden", field: "Origin" };
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site", origin: gantry.origin },
      { origin: "https://evil.example" },
      { origin: "null" },
    ] as Record<string, string>[]) {
      await expectRefused(refusal, () => owner.post("/gantry/voice", { message: WISH }, headers));
      await expectRefused(refusal, () => owner.post("/gantry/auth", { password: gantry.password }, headers));
      await expectRefused(refusal, () => owner.post("/gantry/missions/clear", {}, headers));
    }
  });

  it("is refused under another host name", async () => {
    const before = await everythingStored(gantry);
    const { port } = new URL(gantry.origin);
    for (const host of [
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      "127.0.0.1:1",
      `localhost.:${port}`,
    ]) {
      const body = JSON.stringify({ message: WISH });
      const answer = await raw(gantry, "POST", "/gantry/voice", { ...session("POST"), host }, body);
      expect({ host, status: answer.status }).toEqual({ host, status: 421 });
    }
    expect(await everythingStored(gantry)).toEqual(before);
  });
});

describe("a plan at its confirmation", () => {
  it("is refused when it has changed since it was shown", async () => {
    const { conversation_id } = open;
    const refusal = { status: 409, code: "StalePlan", field: "confirm" };
    const body = await expectRefused(refusal, () =>
      owner.post("/gantry/voice", { conversation_id, confirm: SHA }),
    );
    expect(body.plan_hash).toBe(open.plan.hash);
  });

  it("leads to one mission when two people confirm at once", async () => {
    const { conversation_id, plan } = (await owner.post("/gantry/voice", { message: WISH, ...NO_DEPLOY }))
      .body;
    const before = await missionIds();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => owner.post("/gantry/voice", { conversation_id, confirm: plan.hash })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.mission_id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
    const made = (await missionIds()).filter((id) => !before.includes(id));
    expect(made).toEqual([answers[0]?.body.mission_id]);
    await owner.wait(made[0] as string, 60);
    await quiet(gantry);
  });
});

async function missionIds(): Promise<string[]> {
  return (await rows(gantry))
    .filter(({ pk, sk }) => sk === "META" && pk.includes("#execution#"))
    .map(({ state }) => state.id);
}

async function conversationIds(): Promise<string[]> {
  return (await rows(gantry))
    .filter(({ pk, sk }) => sk === "META" && pk.includes("#conversation#"))
    .map(({ state }) => state.id);
}

describe("an Idempotency-Key", () => {
  it("is refused with another body", async () => {
    const key = { "idempotency-key": "one-body" };
    await owner.post("/gantry/voice", { message: WISH }, key);
    await expectRefused({ status: 422, code: "IdempotencyMismatch", field: "Idempotency-Key" }, () =>
      owner.post("/gantry/voice", { message: "Build me a quiz" }, key),
    );
  });

  it("returns the first reply for the same body and stores nothing", async () => {
    const send = () => owner.post("/gantry/voice", { message: WISH }, { "idempotency-key": "again" });
    const first = await send();
    const before = await everythingStored(gantry);
    const again = await send();
    expect(again.body).toEqual(first.body);
    expect([first, again].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
    expect(await everythingStored(gantry)).toEqual(before);
  });

  it("belongs to its person: another tenant's request under it is a request of its own", async () => {
    const key = { "idempotency-key": "shared" };
    const mine = await owner.post("/gantry/voice", { message: WISH }, key);
    const theirs = await other.post("/gantry/voice", { message: "Build me a quiz" }, key);
    expect([mine.status, theirs.status]).toEqual([200, 200]);
    expect(theirs.body.conversation_id).not.toBe(mine.body.conversation_id);
  });

  it.each([[2], [50]])("on %i concurrent requests permits one effect", async (count) => {
    const before = await conversationIds();
    const send = () =>
      owner.post("/gantry/voice", { message: WISH }, { "idempotency-key": `parallel-${count}` });
    const answers = await Promise.all(Array.from({ length: count }, send));
    const done = answers.filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    for (const { status, body } of answers.filter((answer) => !done.includes(answer)))
      expect({ status, code: body.code }).toEqual({ status: 409, code: "RequestInProgress" });
    const made = (await conversationIds()).filter((id) => !before.includes(id));
    expect(made).toEqual([done[0]?.body.conversation_id]);
    expect((await send()).body).toEqual(done[0]?.body);
  });

  it("of a refused request can be used again", async () => {
    const key = { "idempotency-key": "corrected" };
    await expectRefused(invalid("image_base64"), () =>
      owner.post("/gantry/voice", { message: WISH, image_base64: "???" }, key),
    );
    expect((await owner.post("/gantry/voice", { message: WISH, image_base64: PNG }, key)).status).toBe(200);
  });
});

describe("a caller who guesses passwords", () => {
  it("receives the time to wait", async () => {
    // At once, because one after the other a slow machine takes longer than the next token.
    const guess = () => owner.post("/gantry/auth", { password: "guess", user: "mallory" });
    const answers = await Promise.all(Array.from({ length: 60 }, guess));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    for (const answer of answers.filter(({ status }) => status === 429)) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      await expectRefused({ status: 429, code: "TooManyRequests" }, async () => answer);
    }
  });
});

describe("the service after all these requests", () => {
  it("still replies, in the same process", async () => {
    process.kill(gantry.pid, 0);
    expect((await owner.get("/ready")).body).toMatchObject({ ready: true });
    expect((await owner.get(`/gantry/status/${mission}`)).body.status).toBe("SUCCEEDED");
  });

  it("has no secret in its log", async () => {
    const { ticket } = (await owner.post("/gantry/ws-ticket", { mission_id: mission })).body;
    const log = gantry.output();
    expect(log).toContain('"step done"');
    for (const secret of [
      gantry.password,
      OTHER_PASSWORD,
      owner.token,
      other.token,
      ticket,
      "X-Amz-Signature",
      ...Object.values(homeKeys(gantry.home).aws),
      homeKeys(gantry.home).github,
      homeKeys(gantry.home).vercel,
    ])
      expect(log.includes(secret)).toBe(false);
  });
});
