import { describe, expect, it } from "@jest/globals";
import { commission } from "#core/factory/conversation/commission.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import { conversationRef } from "#core/factory/conversation/conversation.ts";
import { findMission, listMissions } from "#core/factory/mission/find.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import { policySchema } from "#core/factory/policy/policy.ts";
import { findGate } from "#core/governance/gate/find.ts";
import { human } from "#core/identity/actor.ts";
import type { MachineCaller } from "#core/identity/caller.ts";
import { machineOf } from "#test/support/callers.ts";
import { noPause, scheduled } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, POLICY } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { PROPOSAL } from "#test/support/samples.ts";

const SERVICE = machineOf({ scopes: ["consultations:write"] });
const AGENT = machineOf({ kind: "agent", principal: "planner", scopes: ["consultations:write"] });
const ALLOWING = { ...POLICY, gates: { "build.confirm": "allow" as const } };

const worldOf = (policy = POLICY) =>
  memoryWorld({
    policy,
    models: { consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }) },
  });
type World = ReturnType<typeof worldOf>;

const planned = (world: World, machine: MachineCaller) =>
  consult(world, machine, { message: "A task manager" });

describe("a machine caller at build.confirm", () => {
  it("may consult in its own name", async () => {
    const world = worldOf();
    const { conversation_id, plan } = await planned(world, SERVICE);
    expect(plan).not.toBeNull();
    const [started] = await world.ledger.signals(conversationRef("tn_1", conversation_id), 0, 1);
    expect(started).toMatchObject({
      actorkind: "integration",
      authtype: "api_key",
      authid: "ci",
      data: { owner: "ci" },
    });
  });

  it.each([
    ["a service says yes", SERVICE, "message"],
    ["a service names the plan's hash", SERVICE, "confirm"],
    ["an agent says yes", AGENT, "message"],
  ] as const)(
    "is refused with the gate for a person when %s, and changes nothing",
    async (_, machine, how) => {
      const world = worldOf();
      const { conversation_id, plan } = await planned(world, machine);
      const before = world.store.items();
      const said = how === "message" ? { message: "Yes, build it." } : { confirm: plan?.hash };
      await expect(consult(world, machine, { conversation_id, ...said })).rejects.toMatchObject({
        code: "Forbidden",
        detail: { gate: "build.confirm", gate_id: `conversation.${conversation_id}.1` },
      });
      expect(world.store.items()).toEqual(before);
      const confirmed = await consult(world, OWNER, { conversation_id, confirm: plan?.hash });
      expect(confirmed.mission_id).toMatch(/^m_/);
    },
  );

  it("is refused at /architect before any model is called", async () => {
    const world = worldOf();
    const wish = { voice_memo: "A task manager", deploy: false, publish: false };
    await expect(commission(world, SERVICE, wish)).rejects.toMatchObject({
      code: "Forbidden",
      detail: { gate: "build.confirm" },
    });
    expect(world.converser.requests).toEqual([]);
    expect(world.store.items()).toEqual([]);
  });

  it.each([SERVICE, AGENT])(
    "is permitted by the policy's verdict where the policy allows it: $kind",
    async (machine) => {
      const world = worldOf(ALLOWING);
      const { conversation_id, plan } = await planned(world, machine);
      const { mission_id, state } = await consult(world, machine, { conversation_id, message: "Yes." });
      expect(state).toBe("confirmed");
      const signals = await world.ledger.signals(conversationRef("tn_1", conversation_id), 0, 50);
      expect(signals.filter(({ type }) => type === "gantry.decision.recorded")).toEqual([]);
      expect(signals.at(-1)).toMatchObject({
        type: "gantry.policy.allowed",
        actorkind: "system",
        data: {
          gate: "build.confirm",
          gate_id: `conversation.${conversation_id}.1`,
          epoch: 1,
          execution_id: mission_id,
          snapshot_sha256: plan?.hash,
          policy: policyRef(ALLOWING),
          requester: machine.principal,
          requester_kind: machine.kind,
          words: "Yes.",
        },
      });
      const [created] = await world.ledger.signals(missionRef("tn_1", mission_id as string), 0, 1);
      expect(created).toMatchObject({
        actorkind: machine.kind === "service" ? "integration" : "agent",
        authid: machine.principal,
      });
      expect(await findMission(world, OWNER, mission_id as string)).toMatchObject({
        requester: machine.principal,
        pins: { policy: policyRef(ALLOWING) },
      });
      const { gate } = await findGate(world, "tn_1", `conversation.${conversation_id}.1`);
      expect(gate).toMatchObject({
        state: "allowed",
        decision: null,
        reason: `The policy allows it for the ${machine.kind} ${machine.principal}.`,
      });
    },
  );

  it("starts a mission at /architect where the policy allows it", async () => {
    const world = worldOf(ALLOWING);
    const wish = { voice_memo: "A task manager", deploy: false, publish: false };
    const { mission_id } = await commission(world, SERVICE, wish);
    expect(await findMission(world, OWNER, mission_id as string)).toMatchObject({ requester: "ci" });
  });

  it("is judged by the policy in force, for which the gate is opened again", async () => {
    const world = worldOf();
    const { conversation_id, plan } = await planned(world, SERVICE);
    const confirm = { conversation_id, confirm: plan?.hash };
    const { mission_id } = await consult({ ...world, policy: ALLOWING }, SERVICE, confirm);
    expect(await findMission(world, OWNER, mission_id as string)).toMatchObject({
      pins: { policy: policyRef(ALLOWING) },
    });
    const { gate } = await findGate(world, "tn_1", `conversation.${conversation_id}.2`);
    expect(gate).toMatchObject({ state: "allowed", policy: policyRef(ALLOWING) });
  });

  it("is refused when the policy that allowed it is no longer in force", async () => {
    const world = worldOf(ALLOWING);
    const { conversation_id, plan } = await planned(world, SERVICE);
    const before = world.store.items();
    const confirm = { conversation_id, confirm: plan?.hash };
    await expect(consult({ ...world, policy: POLICY }, SERVICE, confirm)).rejects.toMatchObject({
      code: "Forbidden",
    });
    expect(world.store.items()).toEqual(before);
  });

  it("starts only one mission when machines and a person confirm at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = worldOf(ALLOWING);
        const { conversation_id, plan } = await planned(world, SERVICE);
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const confirm = plan?.hash;
        const all = Promise.all(
          [SERVICE, AGENT, OWNER].map((caller) => consult(world, caller, { conversation_id, confirm })),
        );
        await scheduler.waitFor(all);
        const begun = new Set((await all).map(({ mission_id }) => mission_id));
        world.pauseWith(noPause);
        expect(begun.size).toBe(1);
        expect((await listMissions(world, OWNER, { limit: 10 })).entries).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the policy on machine callers", () => {
  it("requires a person by default", () => {
    const { gates: _, ...silent } = POLICY;
    expect(policySchema.parse(silent).gates).toEqual({ "build.confirm": "require_human" });
    expect(policySchema.parse({ ...silent, gates: {} }).gates).toEqual({ "build.confirm": "require_human" });
    expect(POLICY.gates).toEqual({ "build.confirm": "require_human" });
  });

  it.each([{ "build.confirm": "deny" }, { "build.confirm": true }, { "deploy.confirm": "allow" }])(
    "is refused with the gates %j",
    (gates) => {
      expect(policySchema.safeParse({ ...POLICY, gates }).success).toBe(false);
    },
  );
});

describe("a decision", () => {
  it("cannot be created for a machine: the types forbid it", () => {
    // @ts-expect-error a machine is no person
    const write = () => human(SERVICE);
    // @ts-expect-error nor is a caller that may be either
    const either = (caller: MachineCaller | typeof OWNER) => human(caller);
    expect([write, either]).toHaveLength(2);
  });
});
