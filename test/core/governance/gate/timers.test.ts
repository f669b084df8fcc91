import { describe, expect, it } from "@jest/globals";
import { ask } from "#core/governance/gate/ask.ts";
import { decide } from "#core/governance/gate/decide.ts";
import { resume } from "#core/governance/gate/resume.ts";
import { tick } from "#core/governance/gate/tick.ts";
import { gateRequest, TECH_LEAD } from "#test/support/gates.ts";
import { append, decisionOn, GATE, gateOf, TOPIC, topicWorld } from "./topic-world.ts";

const AT = { tenant: "tn_1", gate: GATE };

describe("a timer of a gate", () => {
  it("changes nothing when another timer was faster", async () => {
    const world = await topicWorld();
    world.clock.advance(1_800_000);
    let others = 0;
    const slow = {
      ...world,
      ledger: {
        ...world.ledger,
        load: async (ref: never) => {
          // Between the look at the gate and the change.
          if (others++ === 0) await tick(world, AT);
          return world.ledger.load(ref) as never;
        },
      },
    };
    await tick(slow, AT);
    expect(others).toBe(1);
    expect(await gateOf(world)).toMatchObject({ state: "open", epoch: 2 });
  });

  it("changes nothing when a person was faster", async () => {
    const world = await topicWorld();
    const input = await decisionOn(world);
    world.clock.advance(1_799_999);
    await decide(world, TECH_LEAD, input);
    world.clock.advance(9_999_999);
    const before = world.store.items();
    expect(await tick(world, AT)).toEqual({
      until_ms: Date.parse((await gateOf(world)).closed_at as string),
    });
    expect(world.store.items()).toEqual(before);
  });
});

describe("resuming after a gate", () => {
  it("is refused at a gate that was closed without a decision", async () => {
    const world = await topicWorld();
    await append(world, "gantry.gate.voided", { gate_id: GATE, reason: "" });
    await expect(resume(world, AT)).rejects.toMatchObject({
      code: "IllegalTransition",
      detail: { gate_id: GATE, state: "void" },
    });
  });

  it("returns the same decision when the subject waits at its next gate already, and changes nothing", async () => {
    const world = await topicWorld();
    const { decision_id } = await decide(world, TECH_LEAD, await decisionOn(world));
    const resumed = { verdict: "APPROVED", decision_id, by: "person", context_sha256: null };
    expect(await resume(world, AT)).toEqual(resumed);
    await ask(world, TOPIC, gateRequest({ key: "second" }));
    const before = world.store.items();
    expect(await resume(world, AT)).toEqual(resumed);
    expect(world.store.items()).toEqual(before);
  });
});

describe("what is shown at a gate", () => {
  const shown = (length: number) => gateRequest({ key: "second", snapshot: "x".repeat(length - 2) });

  it("may be 1 MiB of JSON and no more", async () => {
    const world = await topicWorld();
    await decide(world, TECH_LEAD, await decisionOn(world, { type: "REJECT" }));
    const before = world.store.items();
    await expect(ask(world, TOPIC, shown(2 ** 20 + 1))).rejects.toMatchObject({
      code: "InvalidInput",
      field: "snapshot",
    });
    expect(world.store.items()).toEqual(before);
    expect(await ask(world, TOPIC, shown(2 ** 20))).toMatchObject({ gate: "topic.f_1.2" });
  });

  it("waits for the open gate to be closed, which the refusal names", async () => {
    const world = await topicWorld();
    await expect(ask(world, TOPIC, gateRequest({ key: "second" }))).rejects.toMatchObject({
      code: "Conflict",
      message: expect.stringContaining(GATE),
      detail: { gate_id: GATE },
    });
  });
});
