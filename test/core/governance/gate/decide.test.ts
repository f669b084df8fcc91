import { describe, expect, it } from "@jest/globals";
import { decide } from "#core/governance/gate/decide.ts";
import { POLICY_REF, TECH_LEAD } from "#test/support/gates.ts";
import { append, decisionOn, GATE, gateOf, startedOf, TOPIC, topicWorld } from "./topic-world.ts";

describe("a decision at a gate whose approval starts an execution", () => {
  it("to APPROVE starts it in the person's name, under the policy of the gate, and names it", async () => {
    const world = await topicWorld();
    const decision = await decide(world, TECH_LEAD, await decisionOn(world));
    expect(decision).toMatchObject({ type: "APPROVE", execution_id: "x_1", gate_id: GATE });
    expect(await startedOf(world)).toMatchObject([
      { data: { of: TOPIC.id, policy: POLICY_REF }, actorkind: "human", authid: "lead" },
    ]);
    expect(await gateOf(world)).toMatchObject({ state: "resolved", decision });
  });

  it.each(["REJECT", "OVERRIDE"] as const)("to %s starts none", async (type) => {
    const world = await topicWorld();
    const context_delta =
      type === "OVERRIDE" ? [{ op: "replace" as const, path: "/replicas", value: 1 }] : undefined;
    const decision = await decide(world, TECH_LEAD, await decisionOn(world, { type, context_delta }));
    expect(decision).toMatchObject({ type, execution_id: null });
    expect(await startedOf(world)).toEqual([]);
  });

  it("is refused when the policy has changed since the gate was opened, and may still be a rejection", async () => {
    const world = await topicWorld();
    const active = { ...POLICY_REF, version: "4", sha256: "f".repeat(64) };
    world.activate(active);
    const before = world.store.items();
    await expect(decide(world, TECH_LEAD, await decisionOn(world))).rejects.toMatchObject({
      code: "StaleGate",
      field: "gate_id",
      detail: { policy: active },
    });
    expect(world.store.items()).toEqual(before);
    expect(await decide(world, TECH_LEAD, await decisionOn(world, { type: "REJECT" }))).toMatchObject({
      type: "REJECT",
    });
  });

  it("is recorded without one where the product starts none", async () => {
    const world = await topicWorld({ approval: undefined } as never);
    world.activate({ ...POLICY_REF, sha256: "f".repeat(64) });
    expect(await decide(world, TECH_LEAD, await decisionOn(world))).toMatchObject({ execution_id: null });
    expect(await startedOf(world)).toEqual([]);
  });
});

describe("a decision that comes too late", () => {
  it("at a gate that needs none any more is StaleGate, with the reason", async () => {
    const world = await topicWorld();
    const input = await decisionOn(world);
    await append(world, "gantry.gate.voided", { gate_id: GATE, reason: "There is a newer plan." });
    await expect(decide(world, TECH_LEAD, input)).rejects.toMatchObject({
      code: "StaleGate",
      message: `The gate ${GATE} is void: There is a newer plan.`,
      detail: { gate_id: GATE, state: "void" },
    });
    expect(await startedOf(world)).toEqual([]);
  });

  it("because the gate expired while it was recorded finds the system's rejection", async () => {
    const world = await topicWorld();
    const input = await decisionOn(world);
    const ids = {
      ...world.ids,
      make: (prefix: string) => {
        // The hour ends between the look at the gate and the record of the decision.
        if (prefix === "dec") world.clock.advance(3_600_000);
        return world.ids.make(prefix);
      },
    };
    await expect(decide({ ...world, ids }, TECH_LEAD, input)).rejects.toMatchObject({
      code: "AlreadyDecided",
      detail: { decision: { type: "REJECT", actor: "factory", time: "2026-11-21T01:00:00.000Z" } },
    });
    expect(await gateOf(world)).toMatchObject({ state: "expired", decision: { actor_kind: "system" } });
  });

  it("or is refused for another reason is tried once", async () => {
    const world = await topicWorld();
    const input = await decisionOn(world);
    for (const error of [new TypeError("no table"), new Error("IllegalTransition")]) {
      let tries = 0;
      const pin = async () => {
        tries++;
        throw error;
      };
      await expect(decide({ ...world, pin }, TECH_LEAD, input)).rejects.toBe(error);
      expect(tries).toBe(1);
    }
    const made: string[] = [];
    const ids = {
      ...world.ids,
      make: (prefix: string) => {
        made.push(prefix);
        return world.ids.make(prefix);
      },
    };
    const other = { ...TECH_LEAD, roles: [] };
    await expect(decide({ ...world, ids }, other, input)).rejects.toMatchObject({ code: "Forbidden" });
    expect(made).toEqual(["dec"]);
  });
});
