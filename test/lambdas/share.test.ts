import { beforeAll, describe, expect, it } from "@jest/globals";
import { SHARE_LIMITS } from "#core/identity/limits.ts";
import { missionWorld, STEPS, sealed } from "#test/core/factory/steps/mission-run.ts";
import { personOf } from "#test/support/callers.ts";
import { STRANGER, type World } from "#test/support/memory-world.ts";
import { PLAN } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
const lines = printed();

const SHARE = "/gantry/missions/m_1/share";
const NOBODY = { caller: null };

async function sharedWorld(body: object = {}, world?: World) {
  const shared = world ?? (await missionWorld());
  const ask = client(shared);
  const { json } = await ask("POST", SHARE, { body });
  return { world: shared, ask, token: String(json.link).split("#")[1] as string, json };
}

describe("POST /gantry/missions/{id}/share", () => {
  it("returns the link once: no other reply, log line or stored reply contains it", async () => {
    const { world, ask, token, json } = await sharedWorld();
    expect(json).toMatchObject({ mission_id: "m_1", shared: true, evidence: false, shared_by: "owner" });
    expect(json.link).toBe(`/shared#${token}`);
    const headers = { "idempotency-key": "one" };
    const again = await ask("POST", SHARE, { body: {}, headers });
    expect([again.status, again.json]).toEqual([200, { ...json, link: null }]);
    const { link: _, ...rest } = json;
    expect((await ask("GET", SHARE)).json).toEqual(rest);
    await ask("GET", `/gantry/shared/${token}`, NOBODY);
    expect(JSON.stringify(world.store.items())).not.toContain(token);
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  it.each<[string, object, number, object]>([
    ["text for evidence", { evidence: "yes" }, 400, { field: "evidence" }],
    ["a token of the caller's own", { token: "t" }, 400, { field: "token" }],
  ])("refuses %s", async (_, body, status, problem) => {
    const world = await missionWorld();
    const reply = await client(world)("POST", SHARE, { body });
    expect([reply.status, reply.json]).toEqual([status, expect.objectContaining(problem)]);
    expect(world.store.items().filter(({ kind }) => kind === "share")).toEqual([]);
  });

  it("is not for a viewer, a device or another tenant", async () => {
    const world = await missionWorld();
    const ask = client(world);
    const viewer = personOf({ membership: "viewer" });
    const device = personOf({ amr: ["device"], device: "k_1" });
    for (const [caller, status] of [
      [viewer, 403],
      [device, 403],
      [STRANGER, 404],
      [null, 401],
    ] as const)
      expect((await ask("POST", SHARE, { body: {}, caller })).status).toBe(status);
    expect(world.store.items().filter(({ kind }) => kind === "share")).toEqual([]);
  });
});

describe("GET /gantry/shared/{token}", () => {
  it("shows the mission to everybody who has the token, and is not for search engines", async () => {
    const { ask, token } = await sharedWorld();
    for (const caller of [null, STRANGER]) {
      const reply = await ask("GET", `/gantry/shared/${token}`, { caller });
      expect([reply.status, reply.json.title]).toEqual([200, PLAN.title]);
      expect(reply.headers).toMatchObject({
        "x-robots-tag": "noindex, nofollow",
        "cache-control": "no-store",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
      });
    }
  });

  it("returns titles as data, whatever they contain", async () => {
    const title = `<img src=x onerror=alert(1)>"'</script>`;
    const { ask, token } = await sharedWorld({}, await missionWorld({}, { ...PLAN, title }));
    const reply = await ask("GET", `/gantry/shared/${token}`, NOBODY);
    expect(reply.json.title).toBe(title);
    expect(reply.headers).toMatchObject({
      "content-type": "application/json",
      "x-content-type-options": "nosniff",
    });
  });

  it("refuses a revoked link at once, as it refuses one that never was", async () => {
    const { ask, token } = await sharedWorld({ evidence: true });
    const revoked = await ask("DELETE", SHARE, { body: undefined });
    expect([revoked.status, revoked.json.shared]).toEqual([200, false]);
    for (const path of ["", `/screenshots/${"a".repeat(64)}`, "/evidence"]) {
      const [old, never] = await Promise.all(
        [token, "n".repeat(43)].map((each) => ask("GET", `/gantry/shared/${each}${path}`, NOBODY)),
      );
      expect([old?.status, never?.status]).toEqual([404, 404]);
      const plain = ({ request_id: _, ...problem }: Record<string, unknown>) => problem;
      expect(plain(old?.json)).toEqual(plain(never?.json));
      expect(Object.keys(old?.headers ?? {})).toEqual(Object.keys(never?.headers ?? {}));
    }
    expect((await ask("DELETE", SHARE)).json).toEqual(revoked.json);
  });

  it.each(["", "m_1", "../missions/m_1", "t".repeat(101), "%00", "__proto__"])(
    "opens nothing for '%s'",
    async (guess) => {
      const { ask } = await sharedWorld();
      const { status } = await ask("GET", `/gantry/shared/${encodeURIComponent(guess)}`, NOBODY);
      expect([400, 404]).toContain(status);
    },
  );

  it("limits guesses by the address of the client", async () => {
    const { ask } = await sharedWorld();
    const statuses: number[] = [];
    for (let n = 0; n <= SHARE_LIMITS.address.burst; n++)
      statuses.push((await ask("GET", `/gantry/shared/guess-${n}`, NOBODY)).status);
    expect(statuses.at(-2)).toBe(404);
    expect(statuses.at(-1)).toBe(429);
  });

  it("limits a link whatever addresses it is opened from", async () => {
    const { ask, token } = await sharedWorld({ evidence: true });
    const statuses: number[] = [];
    for (let n = 0; n <= SHARE_LIMITS["share-evidence"].burst; n++) {
      const headers = { "x-gantry-viewer": `203.0.${n}.1` };
      statuses.push((await ask("GET", `/gantry/shared/${token}/evidence`, { caller: null, headers })).status);
    }
    expect([statuses.at(-2), statuses.at(-1)]).toEqual([404, 429]);
  });
});

describe("the evidence and the pictures of a shared mission", () => {
  it("are downloaded by the link: the pack only if it is shared, pictures only of this mission", async () => {
    const world = await missionWorld();
    for (const [, run] of STEPS) await run(world);
    const { ask, token } = await sharedWorld({}, world);
    const refused = await ask("GET", `/gantry/shared/${token}/evidence`, NOBODY);
    expect([refused.status, refused.json.detail]).toEqual([
      404,
      "The evidence of this mission is not shared.",
    ]);
    await ask("POST", SHARE, { body: { evidence: true } });
    const pack = await ask("GET", `/gantry/shared/${token}/evidence`, NOBODY);
    expect([pack.status, pack.headers["content-disposition"]]).toEqual([
      200,
      'attachment; filename="m_1.zip"',
    ]);
    const { checks } = (await ask("GET", `/gantry/shared/${token}`, NOBODY)).json;
    const other = await ask("GET", `/gantry/shared/${token}/screenshots/${"b".repeat(64)}`, NOBODY);
    expect(other.status).toBe(404);
    for (const { sha256 } of checks.acceptance.screenshots) {
      const picture = await ask("GET", `/gantry/shared/${token}/screenshots/${sha256}`, NOBODY);
      expect([picture.status, picture.headers["content-type"]]).toEqual([200, "image/png"]);
    }
  });

  it("do not exist before the evidence is sealed", async () => {
    const { ask, token, world } = await sharedWorld({ evidence: true });
    const before = await ask("GET", `/gantry/shared/${token}`, NOBODY);
    expect(before.json.evidence).toBeNull();
    await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "It broke." } });
    const after = (await ask("GET", `/gantry/shared/${token}`, NOBODY)).json;
    expect(after).toMatchObject({ status: "FAILED", error: "It broke.", evidence: { mission_id: "m_1" } });
  });
});
