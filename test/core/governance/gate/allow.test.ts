import { describe, expect, it } from "@jest/globals";
import { allowByPolicy } from "#core/governance/gate/allow.ts";
import { decide } from "#core/governance/gate/decide.ts";
import { openSubject } from "#core/governance/gate/hosts.ts";
import { machineOf } from "#test/support/callers.ts";
import { POLICY_REF, TECH_LEAD } from "#test/support/gates.ts";
import { decisionOn, GATE, gateOf, startedOf, TOPIC, type TopicWorld, topicWorld } from "./topic-world.ts";

const ROBOT = machineOf({ principal: "robot" });

async function allow(world: TopicWorld, change: { gate_id?: string; snapshot_sha256?: string } = {}) {
  const { gate_id, snapshot_sha256 } = await gateOf(world);
  const request = { gate_id, snapshot_sha256, words: "Build it.", ...change };
  await allowByPolicy(world, ROBOT, await openSubject(world, TOPIC), request);
}

describe("a machine's request that the policy allows", () => {
  it("passes the gate by the policy's verdict and starts the execution in the machine's name", async () => {
    const world = await topicWorld();
    const { epoch, snapshot_sha256, policy, name } = await gateOf(world);
    await allow(world);
    expect(await gateOf(world)).toMatchObject({ state: "allowed", decision: null });
    const [verdict] = (await world.ledger.signals(TOPIC, 0, 10)).slice(-1);
    expect(verdict).toMatchObject({
      type: "gantry.policy.allowed",
      actorkind: "system",
      data: {
        gate_id: GATE,
        gate: name,
        epoch,
        snapshot_sha256,
        policy,
        execution_id: "x_1",
        requester: "robot",
        requester_kind: "service",
        words: "Build it.",
      },
    });
    expect(await startedOf(world)).toMatchObject([
      { data: { of: TOPIC.id, policy: POLICY_REF }, actorkind: "integration", authid: "robot" },
    ]);
  });

  it.each([
    ["refers to another snapshot", { snapshot_sha256: "0".repeat(64) }],
    ["refers to another gate", { gate_id: "topic.f_1.2" }],
  ])("changes nothing when it %s", async (_, change) => {
    const world = await topicWorld();
    const before = world.store.items();
    await allow(world, change);
    expect(world.store.items()).toEqual(before);
  });

  it("changes nothing when a person has decided", async () => {
    const world = await topicWorld();
    await decide(world, TECH_LEAD, await decisionOn(world, { type: "REJECT" }));
    const before = world.store.items();
    await allow(world);
    expect(world.store.items()).toEqual(before);
  });

  it("is refused when another policy is active by now", async () => {
    const world = await topicWorld();
    world.activate({ ...POLICY_REF, sha256: "f".repeat(64) });
    const before = world.store.items();
    await expect(allow(world)).rejects.toMatchObject({ code: "StaleGate", field: "gate_id" });
    expect(world.store.items()).toEqual(before);
  });

  it("is an internal error at a gate that starts nothing", async () => {
    const world = await topicWorld({ approval: undefined } as never);
    await expect(allow(world)).rejects.toMatchObject({ code: "Internal" });
  });
});
