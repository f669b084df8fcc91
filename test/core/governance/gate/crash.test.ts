import { describe, expect, it } from "@jest/globals";
import { relay } from "#core/delivery/relay.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import { decide } from "#core/governance/gate/decide.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { resume } from "#core/governance/gate/resume.ts";
import { tick } from "#core/governance/gate/tick.ts";
import { awaitDecision } from "#core/governance/gate/token.ts";
import { once } from "#core/kernel/idempotency.ts";
import { readEntry } from "#core/kernel/ledger/outbox.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";
import { SUBSCRIBERS } from "#core/registry/subscribers.ts";
import { observer } from "#test/core/delivery/outbox.ts";
import { TECH_LEAD } from "#test/support/gates.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { OWNER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import {
  decisionOn,
  GATE,
  type GateWorld,
  gateOf,
  gateWorld,
  missionOf,
  signalsOf,
  waitingWorld,
} from "./world.ts";

const AT = { tenant: "tn_1", gate: GATE };

/**
 * Does everything again after a crash at each moment there is, before and after each call of a service; `check` sees
 * the world after the crash, and after all was done again.
 */
async function atEachMoment(
  begin: () => Promise<GateWorld>,
  act: (world: GateWorld) => Promise<void>,
  check: (world: GateWorld, done: boolean) => Promise<void>,
): Promise<number> {
  for (let moment = 0; ; moment++) {
    const world = await begin();
    const pause = crashing(moment);
    world.pauseWith(pause);
    const crash = await act(world).then(
      () => undefined,
      (error: unknown) => error,
    );
    world.pauseWith(noPause);
    if (crash === undefined) return moment;
    expect(crash).toBeInstanceOf(Crash);
    await check(world, false);
    world.clock.advance(120_000); // The lease of the process that died is over.
    await act(world);
    await check(world, true);
  }
}

/** A decision as the API makes it: under a key, so that the same request again is the same decision. */
const request = async (world: GateWorld, type: DecisionType) => {
  const context_delta = type === "OVERRIDE" ? [{ op: "remove" as const, path: "/replicas" }] : undefined;
  const input = await decisionOn(world, { type, context_delta });
  const keyed = { caller: TECH_LEAD, route: "decide", key: "k", body: type };
  await once(world, keyed, async (ids) => ({
    status: 201,
    body: await decide({ ...world, ids }, TECH_LEAD, input),
  }));
};

/** Hands all signals of the table to their handlers, as the stream does: at least once. */
const deliver = (world: GateWorld) =>
  relay(
    world,
    SUBSCRIBERS,
    world.store.items().flatMap((item) => (item.sk.startsWith("E#") ? [readEntry(item)] : [])),
    observer(),
  );

const of = (signals: readonly Signal[], type: string) => signals.filter((signal) => signal.type === type);

/** Whatever was stored: a step out of WAITING_FOR_HUMAN stands behind its one decision, and nothing is there twice. */
async function expectSound(world: GateWorld): Promise<void> {
  const signals = await signalsOf(world);
  const decided = of(signals, "gantry.decision.recorded");
  const left = signals.filter(({ data }) => data.from === "WAITING_FOR_HUMAN");
  expect(left).toHaveLength(decided.length);
  expect(decided.length).toBeLessThanOrEqual(1);
  expect((await gateOf(world)).decision ?? undefined).toEqual(decided[0]?.data);
  const steps = of(signals, "gantry.execution.transitioned").map(({ data }) => `${data.from}>${data.to}`);
  expect(new Set(steps).size).toBe(steps.length);
}

describe("a process that dies at any moment of", () => {
  it.each(["APPROVE", "REJECT", "OVERRIDE"] as const)(
    "a decision to %s doubles nothing when it runs again",
    async (type) => {
      const moments = await atEachMoment(
        waitingWorld,
        async (world) => {
          await awaitDecision(world, { ...AT, token: "token" });
          await request(world, type);
          await deliver(world);
          await resume(world, AT);
        },
        async (world, done) => {
          await expectSound(world);
          if (!done) return;
          expect((await gateOf(world)).state).toBe("resolved");
          expect((await missionOf(world)).state).toBe(type === "REJECT" ? "REJECTED" : "RUNNING");
          expect(world.workflows.answers.get("token")).toEqual({ token: "token", output: {} });
        },
      );
      expect(moments).toBeGreaterThan(20);
    },
  );

  it("the timer of a gate records one rejection when it runs again", async () => {
    await atEachMoment(
      async () => {
        const world = await waitingWorld();
        world.clock.advance(3_600_000);
        return world;
      },
      async (world) => {
        await tick(world, AT);
        await deliver(world);
        await resume(world, AT);
      },
      async (world, done) => {
        await expectSound(world);
        if (done) expect((await gateOf(world)).state).toBe("expired");
      },
    );
  });

  it("the confirmation of a plan starts one mission", async () => {
    const said = { message: "Build me a task manager" };
    await atEachMoment(
      async () => {
        const world = await gateWorld({
          consultant: () => ({ proposal: PROPOSAL, speech: "?", question: null }),
        });
        await consult(world, OWNER, said);
        return world;
      },
      async (world) => {
        const [item] = world.store.items().filter(({ sk }) => sk.startsWith("GATE#conversation"));
        const { gate_id, epoch, snapshot_sha256 } = (item as Item).state as Gate;
        const input = { gate_id, epoch, snapshot_sha256, type: "APPROVE" as const, justification: "Yes." };
        await once(world, { caller: OWNER, route: "decide", key: "k", body: "" }, async (ids) => ({
          status: 201,
          body: await decide({ ...world, ids }, OWNER, input),
        }));
      },
      async (world, done) => {
        const decisions = world.store
          .items()
          .flatMap(({ signal }) =>
            (signal as Signal | undefined)?.type === "gantry.decision.recorded" ? [signal as Signal] : [],
          );
        const begun = world.store
          .items()
          .filter(({ pk, sk }) => sk === "META" && /#execution#(?!m_1$)/.test(pk));
        expect(begun.map(({ state }) => (state as { id: string }).id)).toEqual(
          decisions.map(({ data }) => data.execution_id),
        );
        if (done) expect(begun).toHaveLength(1);
      },
    );
  });
});
