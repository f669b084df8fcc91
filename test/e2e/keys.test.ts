import { DeleteParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { passwordHash } from "#local/password-hash.ts";
import { type Client, clientWith, logIn } from "./support/client.ts";
import { aws } from "./support/effects.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { raw } from "./support/raw.ts";
import { watch } from "./support/watch.ts";

/** Callers that are no session: a personal device and a service, over HTTP and sockets. */

const PASSWORD = "a long enough password";
const WISH = { message: "Build me a landing page", deploy: false, publish: false };

let gantry: Gantry;
let ssm: SSMClient;
let owner: Client;

beforeAll(async () => {
  gantry = await startGantry();
  ssm = new SSMClient(aws(gantry));
  owner = await logIn(gantry);
});
afterAll(async () => {
  ssm?.destroy();
  await gantry?.stop();
});

async function setMember(user: string, member: { tenant: string; role: string }): Promise<void> {
  const Value = JSON.stringify({ ...member, phc: await passwordHash(PASSWORD) });
  await ssm.send(
    new PutParameterCommand({ Name: `/gantry/users/${user}`, Type: "SecureString", Value, Overwrite: true }),
  );
}

/** A member's session and a client with the key of their device. */
async function deviceOf(user: string, member = { tenant: "local", role: "member" }) {
  await setMember(user, member);
  const session = await logIn({ origin: gantry.origin, password: PASSWORD }, user);
  const { key, key_id } = (await session.post("/gantry/keys", { kind: "device", name: "phone" })).body;
  return { session, key, key_id, device: clientWith(gantry, key) };
}

async function serviceWith(...scopes: string[]) {
  const body = { kind: "service", name: "ci", scopes };
  const { key, key_id } = (await owner.post("/gantry/keys", body)).body;
  return { key, key_id, service: clientWith(gantry, key) };
}

const statusOf = async (client: Client, method: string, path: string, body?: unknown) =>
  (await client.request(method, path, body)).status;

describe("a personal device over HTTP", () => {
  it("consults and confirms for its owner, watches the mission, and never manages keys or members", async () => {
    const { device, key_id } = await deviceOf("ada");
    expect((await device.get("/gantry/auth/status")).body).toMatchObject({
      authenticated: true,
      principal: "ada",
      amr: ["device"],
      device: key_id,
    });
    const { conversation_id } = (await device.post("/gantry/voice", WISH)).body;
    const confirmed = await device.post("/gantry/voice", { conversation_id, message: "Yes, build it." });
    const { mission_id } = confirmed.body;
    expect(mission_id).toMatch(/^m_/);
    const gate = await owner.get(`/gantry/gates/conversation.${conversation_id}.1`);
    expect(JSON.stringify(gate.body)).toContain(`"device":"${key_id}"`);
    const { ticket, url } = (await device.post("/gantry/ws-ticket", { mission_id })).body;
    const socket = await watch(gantry.origin, url, ticket);
    expect(socket.protocol).toBe("gantry.v1");
    await socket.close();
    await expect(watch(gantry.origin, url, ticket)).rejects.toThrow("refused");
    for (const [method, path] of [
      ["GET", "/gantry/keys"],
      ["POST", "/gantry/keys"],
      ["POST", `/gantry/keys/${key_id}/revoke`],
      ["POST", "/gantry/missions/clear"],
    ] as const)
      expect([path, await statusOf(device, method, path, method === "POST" ? {} : undefined)]).toEqual([
        path,
        403,
      ]);
    await device.post(`/gantry/missions/${mission_id}/cancel`);
    await owner.wait(mission_id, 60);
  });

  it("has its owner's current role, and ends with their membership", async () => {
    const { device } = await deviceOf("bob");
    expect(await statusOf(device, "POST", "/gantry/consult", WISH)).toBe(200);
    await setMember("bob", { tenant: "local", role: "viewer" });
    expect(await statusOf(device, "POST", "/gantry/consult", WISH)).toBe(403);
    expect(await statusOf(device, "GET", "/gantry/missions")).toBe(200);
    await ssm.send(new DeleteParameterCommand({ Name: "/gantry/users/bob" }));
    expect(await statusOf(device, "GET", "/gantry/missions")).toBe(401);
  });

  it("of another tenant sees nothing of this one, and its key cannot be revoked from here", async () => {
    const { device, key_id } = await deviceOf("eve", { tenant: "neighbour", role: "owner" });
    const { conversation_id } = (await owner.post("/gantry/consult", WISH)).body;
    expect(await statusOf(device, "GET", `/gantry/consultation/${conversation_id}`)).toBe(404);
    expect(await statusOf(owner, "POST", `/gantry/keys/${key_id}/revoke`, {})).toBe(404);
    expect(await statusOf(device, "GET", "/gantry/missions")).toBe(200);
  });
});

describe("a service over HTTP", () => {
  it("consults, and receives the gate at which a person decides", async () => {
    const { service } = await serviceWith("consultations:write");
    const { conversation_id, plan } = (await service.post("/gantry/consult", WISH)).body;
    const refused = await service.post("/gantry/consult", { conversation_id, confirm: plan.hash });
    expect([refused.status, refused.body]).toEqual([
      403,
      expect.objectContaining({ gate: "build.confirm", gate_id: `conversation.${conversation_id}.1` }),
    ]);
    const direct = await service.post("/gantry/architect", { voice_memo: "Build me a landing page" });
    expect([direct.status, direct.body.gate]).toEqual([403, "build.confirm"]);
    expect(await statusOf(service, "GET", "/gantry/missions")).toBe(403);
  });

  it("reads missions with that scope, and nothing else", async () => {
    const { service } = await serviceWith("missions:read");
    expect(await statusOf(service, "GET", "/gantry/missions")).toBe(200);
    expect(await statusOf(service, "GET", "/gantry/consultations")).toBe(403);
    expect(await statusOf(service, "POST", "/gantry/missions/m_1/cancel", {})).toBe(403);
    expect(await statusOf(service, "GET", "/gantry/gates")).toBe(403);
  });
});

describe("a key over HTTP", () => {
  it("is refused in the same way whatever is wrong with it", async () => {
    const { key, key_id } = await serviceWith("missions:read");
    await owner.post(`/gantry/keys/${key_id}/revoke`, {});
    const ask = async (headers: Record<string, string>, query = "") => {
      const { status, body } = await raw(gantry, "GET", `/gantry/missions${query}`, headers);
      return [status, JSON.parse(body).code];
    };
    const other = `${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`;
    for (const tried of [key, other, key.slice(0, 40), key.toUpperCase(), "gk_live_"])
      expect([tried.length, await ask({ authorization: `Bearer ${tried}` })]).toEqual([
        tried.length,
        [401, "Unauthenticated"],
      ]);
    expect(await ask({})).toEqual([401, "Unauthenticated"]);
  });

  it("is read from its header in any form, and never from the URL", async () => {
    const { key } = await serviceWith("missions:read");
    const ask = async (headers: Record<string, string>, query = "") =>
      (await raw(gantry, "GET", `/gantry/missions${query}`, headers)).status;
    for (const name of ["authorization", "Authorization", "AUTHORIZATION"])
      expect([name, await ask({ [name]: `bearer ${key}` })]).toEqual([name, 200]);
    for (const query of [`?key=${key}`, `?access_token=${key}`, `?authorization=Bearer%20${key}`])
      expect(await ask({}, query)).toBe(401);
    expect(await ask({ cookie: `__Host-gantry=${key}` })).toBe(401);
    expect(gantry.output()).not.toContain(key);
  });
});
