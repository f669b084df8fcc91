import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { gantry as command } from "#test/cli/scripted-api.ts";
import { readShortcut, runShortcut, type SentRequest } from "#test/support/shortcut.ts";
import { type Phone, requestOfCase, type SiriCase, signedHeaders } from "#test/support/siri.ts";
import { type Client, logIn } from "./support/client.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { raw } from "./support/raw.ts";

/** A phone that reaches a Gantry on a laptop, through the proxy of its public address. */

const PUBLIC = "https://gantry.example.com";
/** What a proxy on this machine adds to the requests of a client. */
const forwarded = (address = "203.0.113.9") => ({
  host: "gantry.example.com",
  "x-forwarded-proto": "https",
  "x-forwarded-for": address,
});

const cases: { refused: SiriCase[]; accepted: SiriCase[] } = JSON.parse(
  readFileSync("test/cases/siri.json", "utf8"),
);
const folder = mkdtempSync(join(tmpdir(), "gantry-siri-"));
const parts: string[] = [];
let gantry: Gantry;
let owner: Client;

beforeAll(async () => {
  gantry = await startGantry({ GANTRY_PUBLIC_URL: PUBLIC });
  owner = await logIn(gantry);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await gantry?.stop();
});

async function pair(): Promise<Phone> {
  const { status, body } = await owner.post("/gantry/keys", { kind: "siri", name: "phone" });
  expect(status).toBe(201);
  parts.push(body.k1, body.k2);
  return body;
}

async function send(headers: Record<string, string>, body: string, path = "/gantry/siri") {
  const sent = { "content-type": "application/json", ...forwarded(), ...headers };
  const reply = await raw(gantry, "POST", path, sent, body);
  return { status: reply.status, json: JSON.parse(reply.body) };
}

const say = (phone: Phone, text: string) => send(signedHeaders(phone, { text }), JSON.stringify({ text }));

/** Says yes until the plan that the phone was told is built: a plan may take longer than a request. */
async function confirm(sayYes: () => Promise<any>): Promise<string> {
  for (;;) {
    const { mission_id, status } = await sayYes();
    if (mission_id) return mission_id;
    expect(["PLANNING", "AWAITING_INPUT"]).toContain(status);
  }
}

describe("a signed request over HTTP", () => {
  it.each(cases.refused)("is refused: $name", async (row) => {
    const phone = await pair();
    const { headers, body } = requestOfCase(phone, row, Date.now());
    if (row.revoked) await owner.post(`/gantry/keys/${phone.key_id}/revoke`);
    if (row.twice) expect([200, 202]).toContain((await send(headers, body)).status);
    const { status, json } = await send(headers, body);
    const { says, ...expected } = row.expected;
    expect({ ...json, status }).toMatchObject(expected);
    expect(json.detail).toContain(says);
  });

  it.each(cases.accepted)("is taken: $name", async (row) => {
    const { headers, body } = requestOfCase(await pair(), row, Date.now());
    const { status, json } = await send(headers, body);
    expect([200, 202]).toContain(status);
    expect(json.speech.length).toBeLessThanOrEqual(300);
  });

  it("is limited for each key, whatever address it comes from", async () => {
    const phone = await pair();
    const text = "Build me a todo app";
    const signed = signedHeaders(phone, { text });
    const codes = new Set<string>();
    for (let n = 0; n < 30 && !codes.has("TooManyRequests"); n++) {
      const { json } = await send(
        { ...signed, "x-forwarded-for": `203.0.113.${n}` },
        JSON.stringify({ text }),
      );
      codes.add(json.code);
    }
    expect(codes).toEqual(new Set([undefined, "ReplayedRequest", "TooManyRequests"]));
  });
});

describe("the Shortcut of gantry siri pair", () => {
  it("consults, and confirms the plan that this phone was told, and no other", async () => {
    const file = join(folder, "Gantry.shortcut");
    const env = { GANTRY_URL: gantry.origin, GANTRY_PASSWORD: gantry.password, GANTRY_PUBLIC_URL: PUBLIC };
    const paired = await command(["siri", "pair", "--file", file, "--json"], { env });
    expect([paired.exit, paired.stderr]).toEqual([0, ""]);
    const { address, key_id, k1, k2 } = JSON.parse(paired.stdout);
    parts.push(k1, k2);
    const shortcut = readShortcut(readFileSync(file));
    const replies: any[] = [];
    const run = async (dictated: string) => {
      const phone = {
        answers: [address, key_id, k1, k2],
        dictated,
        now: Date.now(),
        random: Math.random,
        zone: 60,
      };
      const ran = await runShortcut(shortcut, phone, async ({ url, method, headers, body }: SentRequest) => {
        expect([url, method]).toEqual([`${PUBLIC}/gantry/siri`, "POST"]);
        const { json } = await send(headers, body);
        replies.push(json);
        return json;
      });
      expect(ran.spoken).toBe(replies.at(-1).speech ?? replies.at(-1).detail);
      return replies.at(-1);
    };
    const { conversation_id } = await run("Build me a landing page");
    const tablet = await pair();
    expect((await say(tablet, "Yes, proceed")).json).toMatchObject({ code: "StalePlan", status: 409 });
    const mission = await confirm(() => run("Yes, proceed"));
    expect((await owner.get(`/gantry/status/${mission}`)).body).toMatchObject({ conversation_id });
    expect(await run("Yes, proceed")).toMatchObject({ mission_id: mission });
    const gate = await owner.get(`/gantry/gates/conversation.${conversation_id}.1`);
    expect(JSON.stringify(gate.body)).toContain(`"device":"${key_id}"`);
    await owner.post(`/gantry/missions/${mission}/cancel`);
    await owner.wait(mission, 60);
  });

  it("does not confirm a plan that was changed in the browser since", async () => {
    const phone = await pair();
    const { conversation_id } = (await say(phone, "Build me a landing page")).json;
    await owner.post("/gantry/consult", { conversation_id, message: "Make it blue" });
    expect((await say(phone, "Yes, proceed")).json).toMatchObject({ code: "StalePlan" });
  });
});

describe("gantry siri test", () => {
  it("signs like a phone, and its key is revoked afterwards", async () => {
    const env = { GANTRY_URL: gantry.origin, GANTRY_PASSWORD: gantry.password };
    const ran = await command(["siri", "test", "--json"], { env });
    expect(ran.exit).toBe(0);
    const { ok, self_test, reply } = JSON.parse(ran.stdout);
    expect({ ok, self_test, reply }).toMatchObject({
      ok: true,
      self_test: { signature_matches: true, text_bytes: 19 },
      reply: { conversation_id: expect.stringMatching(/^c_/) },
    });
    const { keys } = (await owner.get("/gantry/keys")).body;
    expect(keys[0]).toMatchObject({ kind: "siri", name: "siri test", status: "revoked" });
  });
});

describe("a browser at the public address", () => {
  const json = { "content-type": "application/json", origin: PUBLIC, "sec-fetch-site": "same-origin" };
  const logInFrom = (headers: Record<string, string>) =>
    raw(
      gantry,
      "POST",
      "/gantry/auth",
      { ...json, ...headers },
      JSON.stringify({ password: gantry.password }),
    );

  it("has a cookie for this host alone, only over TLS, with which it is logged in", async () => {
    const login = await logInFrom(forwarded());
    const [set = ""] = login.headers["set-cookie"] ?? [];
    expect(set).toMatch(/^__Host-gantry-[\w-]+=\S+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
    const session = {
      cookie: set.split(";")[0] as string,
      "x-gantry-token": JSON.parse(login.body).page_token,
    };
    const read = (headers: Record<string, string>) =>
      raw(gantry, "GET", "/gantry/missions", { ...session, ...headers });
    expect((await read(forwarded())).status).toBe(200);
    expect((await read({ host: new URL(gantry.origin).host })).status).toBe(401);
  });

  it("accepts requests of its own origin and none of another", async () => {
    const { "sec-fetch-site": _, ...older } = json;
    expect((await logInFrom({ ...forwarded(), ...older })).status).toBe(200);
    for (const origin of ["https://evil.example", gantry.origin, "http://gantry.example.com"]) {
      const sent = { "content-type": "application/json", ...forwarded(), origin };
      const { status } = await raw(gantry, "POST", "/gantry/auth", sent, '{"password":"x"}');
      expect([origin, status]).toEqual([origin, 403]);
    }
  });

  it("is limited by its own address, and does not lock out this machine", async () => {
    const wrong = JSON.stringify({ password: "a wrong password" });
    const sent = { ...json, ...forwarded("198.51.100.77") };
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await raw(gantry, "POST", "/gantry/auth", sent, wrong)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect((await logIn(gantry)).token).toBeTruthy();
  });

  it("reaches the page and the API, and neither GitHub nor an AWS service", async () => {
    const from = (path: string) => raw(gantry, "GET", path, forwarded());
    expect((await from("/")).body).toContain("<!doctype html>");
    expect((await from("/health")).status).toBe(200);
    for (const path of ["/github/api/v3/user", "/vercel/v9/projects", "/gantry-evidence"])
      expect([path, (await from(path)).status]).toEqual([path, 404]);
  });
});

it("no log line contains a part of a key", () => {
  expect(parts.length).toBeGreaterThan(20);
  for (const part of parts) expect(gantry.output()).not.toContain(part);
});
