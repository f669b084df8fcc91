import { describe, expect, it } from "@jest/globals";
import { openPack } from "#core/evidence/pack.ts";
import { allSignals } from "#core/evidence/root.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { retryMission } from "#core/factory/mission/retry.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import { onExecutionEnded } from "#core/factory/steps/ended.ts";
import { giveUpSeal, sealMission } from "#core/factory/steps/seal.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { ask } from "#core/governance/gate/ask.ts";
import { evidencePath } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { gateRequest } from "#test/support/gates.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { OWNER, POLICY, type World } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { decide } from "./decide.ts";
import { missionWorld, runUntil, sealed } from "./mission-run.ts";

const missionOf = (world: World) => findMission(world, OWNER, MISSION.mission_id);
const packOf = (world: World) => [...world.vault.all.values()][0] as Uint8Array;

/** The pack's verdict, with a signer whose signatures count. */
function verified(world: World, mission: string = MISSION.mission_id) {
  const zip = world.vault.all.get(evidencePath(MISSION.tenant, mission)) as Uint8Array;
  return verifyPack(EVIDENCE_KINDS, {
    zip,
    execution: mission,
    pinned_key: "key",
    checkSignature: () => true,
  });
}

describe("sealing a mission", () => {
  it.each([
    ["succeeded", "COMPLETED", "SUCCEEDED"],
    ["partial", "COMPLETED", "SUCCEEDED"],
    ["failed", "TERMINATED", "FAILED"],
    ["blocked", "TERMINATED", "BLOCKED"],
    ["timed_out", "TERMINATED", "TIMED_OUT"],
    ["rejected", "TERMINATED", "REJECTED"],
    ["cancelled", "TERMINATED", "CANCELLED"],
  ] as const)("that %s ends it as %s, shown as %s", async (outcome, status, phase) => {
    expect(OUTCOMES).toContain(outcome);
    const world = await missionWorld();
    await runUntil(world, "preview");
    expect(await sealed(world, { outcome })).toEqual({ phase });
    const mission = await missionOf(world);
    expect(mission).toMatchObject({ state: status, outcome, phase });
    expect(mission.evidence?.tree_size).toBe(mission.seq);
    expect(openPack(packOf(world)).size).toBeGreaterThan(5);
  });

  it("shows DEPLOYED for a live app, even when a later step failed", async () => {
    const world = await missionWorld();
    await runUntil(world, "publish");
    const error = { code: "GitHubRefused", message: "no" };
    expect(await sealed(world, { outcome: "partial", error })).toEqual({ phase: "DEPLOYED" });
    expect((await missionOf(world)).error).toEqual(error);
  });

  it.each(["admit", "architect", "check", "build"])("succeeds from any state: before %s", async (step) => {
    const world = await missionWorld();
    await runUntil(world, step);
    await sealed(world, {
      outcome: "cancelled",
      error: { code: "Cancelled", message: "The mission was cancelled." },
    });
    expect(await missionOf(world)).toMatchObject({ state: "TERMINATED", phase: "CANCELLED" });
  });

  it.each([
    [
      { code: "States.Timeout", message: "" },
      { code: "TimedOut", message: "" },
    ],
    [
      { code: "Lambda.Unknown", message: "x" },
      { code: "Internal", message: "x" },
    ],
    [
      {
        code: "CodeFailure",
        message: '{"errorType":"CodeFailure","errorMessage":"It broke.","trace":["at x"]}',
      },
      { code: "CodeFailure", message: "It broke." },
    ],
    [
      { code: "Internal", message: "{not json" },
      { code: "Internal", message: "{not json" },
    ],
    [
      { code: "Internal", message: "null" },
      { code: "Internal", message: "null" },
    ],
  ])("records the sentence of %j", async (error, shown) => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed", error });
    expect((await missionOf(world)).error).toEqual(shown);
  });

  it("again changes nothing, whatever its input", async () => {
    const world = await missionWorld();
    await runUntil(world, "");
    const before = (await allSignals(world.ledger, missionRef("tn_1", "m_1"))).length;
    await sealed(world, { outcome: "failed", error: { code: "Internal", message: "x" } });
    await onExecutionEnded(world, { ...MISSION, status: "FAILED" });
    expect((await allSignals(world.ledger, missionRef("tn_1", "m_1"))).length).toBe(before);
    expect((await missionOf(world)).outcome).toBe("succeeded");
    expect(world.vault.written()).toBe(1);
  });

  it.each(["succeeded", "partial", "blocked"] as const)(
    "keeps that the mission %s when the seal fails, and so does the machine",
    async (outcome) => {
      const world = await missionWorld();
      await runUntil(world, "seal");
      const { seal } = world.vault;
      world.vault.seal = async () => {
        throw new GantryError("Internal", "The vault does not respond.");
      };
      const error = outcome === "succeeded" ? {} : { error: { code: "GitHubRefused", message: "no" } };
      await expect(sealed(world, { outcome, ...error })).rejects.toThrow("vault");
      expect(await missionOf(world)).toMatchObject({ outcome, phase: "SEALING", evidence: null });
      await giveUpSeal(world, MISSION);
      await giveUpSeal(world, MISSION);
      expect(await missionOf(world)).toMatchObject({ outcome, phase: "SEAL_FAILED", evidence: null });
      await expect(onExecutionEnded(world, { ...MISSION, status: "FAILED" })).rejects.toThrow("vault");
      expect((await missionOf(world)).phases.map(({ phase }) => phase).slice(-2)).toEqual([
        "SEALING",
        "SEAL_FAILED",
      ]);
      world.vault.seal = seal;
      await onExecutionEnded(world, { ...MISSION, status: "FAILED" });
      const phase = { succeeded: "DEPLOYED", partial: "DEPLOYED", blocked: "BLOCKED" }[outcome];
      expect(await missionOf(world)).toMatchObject({ outcome, phase, error: error.error ?? null });
    },
  );

  it("uses the outcome from a machine that could not reach the seal", async () => {
    const world = await missionWorld();
    await runUntil(world, "seal");
    await onExecutionEnded(world, { ...MISSION, status: "FAILED", outcome: "succeeded" });
    expect(await missionOf(world)).toMatchObject({ outcome: "succeeded", error: null });
  });

  it("adopts what was sealed before the process died, with its outcome", async () => {
    for (let at = 0; ; at++) {
      const world = await missionWorld();
      await runUntil(world, "seal");
      const crash = crashing(at);
      world.pauseWith(crash);
      await sealed(world, { outcome: "succeeded" }).catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      const concluded = (await missionOf(world)).outcome !== null;
      world.clock.advance(60_000);
      await onExecutionEnded(world, { ...MISSION, status: "TIMED_OUT" });
      const mission = await missionOf(world);
      expect([at, mission.outcome]).toEqual([at, concluded ? "succeeded" : "timed_out"]);
      expect([at, mission.error === null]).toEqual([at, concluded]);
      expect(world.vault.written()).toBe(1);
      if (!crash.crashed()) break;
    }
  });

  it.each([
    ["ABORTED", "cancelled", "Cancelled"],
    ["TIMED_OUT", "timed_out", "TimedOut"],
    ["FAILED", "failed", "Internal"],
  ])("is also done for a state machine execution that ended as %s", async (status, outcome, code) => {
    const world = await missionWorld();
    await runUntil(world, "build");
    await onExecutionEnded(world, { ...MISSION, status });
    expect(await missionOf(world)).toMatchObject({ outcome, error: { code } });
  });

  it("packs the records that the log names, and the pack verifies", async () => {
    const world = await missionWorld();
    await decide(world);
    await runUntil(world, "publish");
    const log = new TextEncoder().encode("log");
    world.artifacts.all.set("t/tn_1/missions/m_1/builds/1/0/log.txt", log);
    await sealed(world, { outcome: "partial" });
    const files = openPack(packOf(world));
    expect([...files.keys()].sort()).toEqual([
      "acceptance-report.json",
      "build-log.txt",
      "build-result.json",
      "consultation.jsonl",
      "events.jsonl",
      "key.pem",
      "manifest.json",
      "plan.json",
      "policy.json",
      "seal.dsse.json",
    ]);
    expect(files.get("build-log.txt")).toEqual(log);
    expect(verified(world)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it.each([
    ["is not the one the builder recorded", "another log"],
    ["is too large for a pack", "x".repeat(8 * 2 ** 20 + 1)],
  ])("leaves out a build log that %s", async (_, text) => {
    const world = await missionWorld();
    await decide(world);
    await runUntil(world, "publish");
    world.artifacts.all.set("t/tn_1/missions/m_1/builds/1/0/log.txt", new TextEncoder().encode(text));
    await sealed(world, { outcome: "partial" });
    expect(openPack(packOf(world)).has("build-log.txt")).toBe(false);
    expect(verified(world).verdict).toBe("VALID");
  });

  it("packs the policy that judged the draft, whatever the policy is by then", async () => {
    const world = await missionWorld();
    await decide(world);
    await runUntil(world, "install");
    const missions = { ...POLICY.missions, concurrent_missions: 1 };
    Object.assign(world, { policy: { ...POLICY, missions } });
    await sealed(world, { outcome: "cancelled", error: { code: "Cancelled", message: "x" } });
    const policy = new TextDecoder().decode(openPack(packOf(world)).get("policy.json"));
    expect(policy).toBe(canonicalJson(POLICY));
    expect(verified(world).verdict).toBe("VALID");
  });

  it("verifies by the person's rejection when it was cancelled at a gate", async () => {
    const world = await missionWorld();
    await decide(world);
    await runUntil(world, "check");
    const services = { ...world, hosts: GATE_HOSTS };
    const request = gateRequest({ policy: policyRef(world.policy) });
    await ask(services, missionRef(MISSION.tenant, MISSION.mission_id), request);
    await cancelMission(world, OWNER, MISSION.mission_id);
    const error = { code: "Cancelled", message: "The mission was cancelled." };
    expect(await sealed(world, { outcome: "cancelled", error })).toEqual({ phase: "CANCELLED" });
    expect(await missionOf(world)).toMatchObject({ state: "TERMINATED", outcome: "cancelled", gate: null });
    expect(verified(world)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it("verifies by the decision on its own chain when it is a retry", async () => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed", error: { code: "Internal", message: "x" } });
    const { id } = await retryMission(world, OWNER, MISSION.mission_id);
    const again = { ...MISSION, mission_id: id };
    await sealMission(world, { ...again, outcome: "cancelled", error: { code: "Cancelled", message: "x" } });
    expect(verified(world, id)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it("refuses to adopt an object that is no evidence pack", async () => {
    const world = await missionWorld();
    const { zipSync } = await import("fflate");
    world.vault.all.set("t/tn_1/missions/m_1/evidence.zip", zipSync({ a: new Uint8Array(1) }));
    await expect(sealed(world, { outcome: "failed" })).rejects.toMatchObject({ code: "EvidenceConflict" });
  });
});
