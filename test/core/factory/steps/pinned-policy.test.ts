import { beforeEach, describe, expect, it } from "@jest/globals";
import { openPack } from "#core/evidence/pack.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import { conversationRef } from "#core/factory/conversation/conversation.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { retryMission } from "#core/factory/mission/retry.ts";
import { createPolicies, pinsOf, policyRef } from "#core/factory/policy/pin.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { startBuild } from "#core/factory/steps/build.ts";
import { checkDraft } from "#core/factory/steps/check.ts";
import { promote } from "#core/factory/steps/deploy.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { sealMission } from "#core/factory/steps/seal.ts";
import { decide } from "#core/governance/gate/decide.ts";
import { artifactPath } from "#core/kernel/artifacts.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { memoryWorld, OWNER, POLICY, type World } from "#test/support/memory-world.ts";
import { MANIFEST, MISSION, PROPOSAL } from "#test/support/samples.ts";
import { missionWorld, runUntil, STEPS, sealed } from "./mission-run.ts";

/** Refuses every file of the sample draft, and every effect. */
const STRICT: Policy = {
  ...POLICY,
  builder: { ...POLICY.builder, memory_mb: 256 },
  directives: { ...POLICY.directives, "deploy.promote": "deny" },
  forbidden: [{ id: "anything", pattern: "^", reason: "Nothing is allowed." }],
};

/** The same table and objects in a new process, with another policy.yaml. */
function restarted(world: World, policy: Policy): World {
  return Object.assign(world, { policy, policies: createPolicies(world.artifacts) });
}

async function confirmedMission(world: World): Promise<{ tenant: string; mission_id: string }> {
  const { conversation_id, plan } = await consult(world, OWNER, { message: "Build me a task manager" });
  const { mission_id } = await consult(world, OWNER, { conversation_id, confirm: plan?.hash });
  return { tenant: OWNER.tenant, mission_id: mission_id as string };
}

describe("a policy that changes between confirmation and check", () => {
  let world: World;
  beforeEach(() => {
    world = memoryWorld({
      models: {
        consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }),
        architect: () => MANIFEST,
      },
    });
  });

  async function check(mission: { tenant: string; mission_id: string }): Promise<void> {
    await draftApp(world, mission);
    await checkDraft(world, mission);
  }

  it("applies to missions that are confirmed from then on, and to none before", async () => {
    const before = await confirmedMission(world);
    restarted(world, STRICT);
    const after = await confirmedMission(world);
    await check(before);
    await expect(check(after)).rejects.toMatchObject({ code: "PolicyDenied" });

    const pinned = async ({ mission_id }: typeof before) => {
      const { pins, policy_sha256 } = await findMission(world, OWNER, mission_id);
      return [pins.policy, policy_sha256];
    };
    expect(await pinned(before)).toEqual([policyRef(POLICY), policyRef(POLICY).sha256]);
    expect(await pinned(after)).toEqual([policyRef(STRICT), policyRef(STRICT).sha256]);
  });

  it("applies to the decision too: a gate opened under another policy is opened again", async () => {
    const { conversation_id, plan } = await consult(world, OWNER, { message: "Build me a task manager" });
    restarted(world, STRICT);
    const { mission_id } = await consult(world, OWNER, { conversation_id, confirm: plan?.hash });
    const signals = await world.ledger.signals(conversationRef(OWNER.tenant, conversation_id), 0, 100);
    const gates = signals.filter(({ type }) => /gate|decision/.test(type)).slice(1);
    expect(gates.map(({ type, data }) => [type, data.policy ?? data.reason])).toEqual([
      ["gantry.gate.voided", "The policy has changed."],
      ["gantry.gate.opened", policyRef(STRICT)],
      ["gantry.decision.recorded", policyRef(STRICT)],
    ]);
    const { pins } = await findMission(world, OWNER, mission_id as string);
    expect(pins.policy).toEqual(policyRef(STRICT));
  });

  it("makes a gate stale for decisions by its id", async () => {
    const { conversation_id, plan } = await consult(world, OWNER, { message: "Build me a task manager" });
    restarted(world, STRICT);
    const before = world.store.items();
    const decided = decide({ ...world, hosts: GATE_HOSTS, pin: pinsOf(world) }, OWNER, {
      gate_id: `conversation.${conversation_id}.1`,
      epoch: 1,
      snapshot_sha256: plan?.hash as string,
      type: "APPROVE",
      justification: "Yes",
    });
    await expect(decided).rejects.toMatchObject({
      code: "StaleGate",
      detail: { policy: policyRef(STRICT) },
    });
    expect(world.store.items()).toEqual(before);
  });

  it("applies to a retry, which is a mission of its own", async () => {
    const before = await confirmedMission(world);
    await draftApp(world, before);
    await sealMission(world, { ...before, outcome: "failed" });
    restarted(world, STRICT);
    const { id, pins } = await retryMission(world, OWNER, before.mission_id);
    expect(pins.policy).toEqual(policyRef(STRICT));
    await expect(check({ ...before, mission_id: id })).rejects.toMatchObject({ code: "PolicyDenied" });
  });
});

describe("a running mission whose installation changes its policy", () => {
  it("keeps its own limits", async () => {
    const world = await missionWorld();
    await runUntil(world, "build");
    restarted(world, STRICT);
    await startBuild(world, { ...MISSION, attempt: 1, retry: 0, token: "build-token" });
    const [job] = [...world.artifacts.all].filter(([path]) => path.includes("/job-"));
    const { limits, patterns } = JSON.parse(new TextDecoder().decode(job?.[1]));
    expect(limits).toEqual(POLICY.builder);
    expect(patterns).toEqual([...POLICY.forbidden, ...POLICY.secrets]);
  });

  it("has only effects that its own policy allows", async () => {
    const world = await missionWorld();
    await runUntil(world, "promote");
    restarted(world, STRICT);
    await promote(world, MISSION);
    expect(world.deployments.promoted).toHaveLength(1);
  });

  it("is sealed with its own policy, even when it ends before the check", async () => {
    for (const last of ["admit", "seal"]) {
      const world = await missionWorld();
      await runUntil(world, last);
      restarted(world, STRICT);
      await sealed(world, { outcome: last === "seal" ? "succeeded" : "cancelled" });
      const [pack] = [...world.vault.all.values()];
      const policy = new TextDecoder().decode(openPack(pack as Uint8Array).get("policy.json"));
      expect(JSON.parse(policy)).toEqual(POLICY);
    }
  });
});

describe("a mission whose policy is missing or altered", () => {
  const { sha256 } = policyRef(POLICY);
  const path = artifactPath(MISSION.tenant, sha256);
  const reading = ["admit", "prepare", "check", "build", "preview", "verify", "promote", "publish"];

  it.each(reading)("%s: fails as Internal and has no effect", async (name) => {
    for (const bytes of [null, "{}"]) {
      const world = await missionWorld();
      await runUntil(world, name);
      restarted(world, POLICY);
      if (bytes === null) world.artifacts.all.delete(path);
      else world.artifacts.all.set(path, new TextEncoder().encode(bytes));
      const step = STEPS.find(([step]) => step === name)?.[1];
      const effects = () => [
        world.builders.tasks.size,
        world.deployments.calls,
        world.deployments.promoted.length,
        world.repositories.opened.size,
      ];
      const before = effects();
      await expect(step?.(world)).rejects.toMatchObject({ code: "Internal" });
      expect(effects()).toEqual(before);
    }
  });
});
