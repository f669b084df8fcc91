import { describe, expect, it } from "@jest/globals";
import { openShare } from "#core/factory/mission/share/open-share.ts";
import { shareDigest, shareRef } from "#core/factory/mission/share/share.ts";
import { readShare, shareMission, unshareMission } from "#core/factory/mission/share/share-mission.ts";
import { sharedMission } from "#core/factory/mission/share/shared-mission.ts";
import { missionWorld, STEPS, sealed } from "#test/core/factory/steps/mission-run.ts";
import { OWNER, STRANGER, type World } from "#test/support/memory-world.ts";

const ADDRESS = "203.0.113.7";
const open = (world: World, token: string) => openShare(world, () => world, { token, address: ADDRESS });
const ALONE = { evidence: false };

async function shared(world: World, options = ALONE): Promise<string> {
  const { token } = await shareMission(world, OWNER, "m_1", options);
  if (token === null) throw new Error("the mission was shared before");
  return token;
}

const signals = async (world: World) =>
  (await world.ledger.signals(shareRef(OWNER.tenant, "m_1"), 0, 100)).map(({ type, authid }) => [
    type,
    authid,
  ]);

describe("the link of a mission", () => {
  it("opens the mission, and only its digest is stored", async () => {
    const world = await missionWorld();
    const token = await shared(world);
    expect(token).toMatch(/^[\w-]{43}$/);
    const opened = await open(world, token);
    expect([opened.tenant, opened.share.mission_id]).toEqual([OWNER.tenant, "m_1"]);
    const stored = JSON.stringify(world.store.items());
    expect(stored).not.toContain(token);
    expect(stored).toContain(shareDigest(token));
  });

  it("is created once, however often it is asked for, and once more after it was revoked", async () => {
    const world = await missionWorld();
    const first = await shared(world);
    expect(await shareMission(world, OWNER, "m_1", ALONE)).toMatchObject({ token: null });
    await unshareMission(world, OWNER, "m_1");
    await unshareMission(world, OWNER, "m_1");
    const second = await shared(world);
    expect(second).not.toBe(first);
    expect(await signals(world)).toEqual([
      ["gantry.share.created", OWNER.principal],
      ["gantry.share.revoked", OWNER.principal],
      ["gantry.share.created", OWNER.principal],
    ]);
    await open(world, second);
    await expect(open(world, first)).rejects.toMatchObject({ code: "NotFound" });
  });

  it("is one also where two people share at once", async () => {
    const world = await missionWorld();
    const both = await Promise.all([
      shareMission(world, OWNER, "m_1", ALONE),
      shareMission(world, OWNER, "m_1", ALONE),
    ]);
    const tokens = both.flatMap(({ token }) => (token === null ? [] : [token]));
    expect(tokens).toHaveLength(1);
    expect(world.store.items().filter(({ kind }) => kind === "share")).toHaveLength(1);
    await open(world, tokens[0] as string);
  });

  it("is refused after it was revoked exactly as one that never was", async () => {
    const world = await missionWorld();
    const token = await shared(world);
    await unshareMission(world, OWNER, "m_1");
    const revoked = await open(world, token).catch((error) => error);
    const unknown = await open(world, "t".repeat(43)).catch((error) => error);
    expect(revoked.code).toBe("NotFound");
    expect({ ...revoked, message: revoked.message }).toEqual({ ...unknown, message: unknown.message });
  });

  it("opens nothing once the revocation is recorded, though its look-up item is still there", async () => {
    const world = await missionWorld();
    const token = await shared(world);
    const item = world.store.items().find(({ kind }) => kind === "share");
    await unshareMission(world, OWNER, "m_1");
    if (item) await world.store.transact([{ put: item }]);
    await expect(open(world, token)).rejects.toMatchObject({ code: "NotFound" });
  });

  it("opens nothing before the signal is recorded, as after a crash between both writes", async () => {
    const world = await missionWorld();
    const { store } = world;
    let writes = 0;
    const transact: typeof store.transact = async (all) => {
      if (++writes > 1) throw new Error("the process died");
      return store.transact(all);
    };
    const dying = { ...world, store: { ...store, transact } };
    const ids = { ...world.ids, secret: () => "x".repeat(43) };
    await shareMission({ ...dying, ids, ledger: world.ledger }, OWNER, "m_1", ALONE).catch(() => {});
    await unshareMission(world, OWNER, "m_1");
    await expect(open(world, "x".repeat(43))).rejects.toMatchObject({ code: "NotFound" });
  });

  it("is not another tenant's to create, read or revoke", async () => {
    const world = await missionWorld();
    const token = await shared(world);
    for (const act of [
      () => shareMission(world, STRANGER, "m_1", ALONE),
      () => unshareMission(world, STRANGER, "m_1"),
      () => readShare(world, STRANGER, "m_1"),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NotFound" });
    await open(world, token);
  });

  it("shares the evidence only where it was chosen, which can be changed under the same link", async () => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "It broke." } });
    const token = await shared(world);
    expect((await sharedMission(await open(world, token))).evidence).toBeNull();
    await shareMission(world, OWNER, "m_1", { evidence: true });
    expect((await sharedMission(await open(world, token))).evidence).toMatchObject({ mission_id: "m_1" });
    await shareMission(world, OWNER, "m_1", ALONE);
    expect((await sharedMission(await open(world, token))).evidence).toBeNull();
    expect((await signals(world)).map(([type]) => type)).toEqual([
      "gantry.share.created",
      "gantry.share.changed",
      "gantry.share.changed",
    ]);
  });
});

describe("what a link shows", () => {
  it("is the plan, the phases, the result and the checks, and nothing of people, ids or messages", async () => {
    const world = await missionWorld();
    for (const [, run] of STEPS) await run(world);
    const mission = await sharedMission(await open(world, await shared(world)));
    expect(mission).toMatchObject({
      status: "DEPLOYED",
      outcome: "succeeded",
      checks: { policy: { verdict: "allow" }, builds: [{ verdict: "passed" }], acceptance: { passed: true } },
      evidence: null,
    });
    expect(mission.promises.length).toBeGreaterThan(0);
    const text = JSON.stringify(mission);
    for (const secret of ['m_1"', OWNER.tenant, OWNER.principal, "c_1", "Build me"])
      expect(text).not.toContain(secret);
  });
});
