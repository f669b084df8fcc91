import { expect } from "@jest/globals";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { pinsOf } from "#core/factory/policy/pin.ts";
import { ask } from "#core/governance/gate/ask.ts";
import { decide } from "#core/governance/gate/decide.ts";
import type { Decision } from "#core/governance/gate/decision.ts";
import { findGate } from "#core/governance/gate/find.ts";
import { tick } from "#core/governance/gate/tick.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import type { Store } from "#core/kernel/ledger/store.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { personOf } from "#test/support/callers.ts";
import { gateRequest, TECH_LEAD } from "#test/support/gates.ts";
import { scheduled } from "#test/support/memory-pause.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import type { fc } from "#test/support/property.ts";
import { createMission } from "#test/support/samples.ts";

const OTHER_LEAD = personOf({ principal: "other", membership: "member", roles: ["tech_lead"] });
let count = 0;

/** Every call of the store happens when the scheduler says, and its caller learns of it when the scheduler says. */
function scheduledStore(store: Store, scheduler: fc.Scheduler): Store {
  const pause = scheduled((name) => scheduler.schedule(Promise.resolve(), name));
  return {
    get: (key) => pause.around("get", () => store.get(key)),
    query: (page) => pause.around("query", () => store.query(page)),
    transact: (writes) => pause.around("transact", () => store.transact(writes)),
  };
}

/** The services of one process, on a table. */
function processOn(store: Store, { clock, ids, artifacts, policy }: ReturnType<typeof memoryWorld>) {
  const services = { store, clock, ids, artifacts, policy, ledger: createLedger({ store, clock, ids }) };
  return { ...services, hosts: GATE_HOSTS, pin: pinsOf(services) };
}

/**
 * Two people and the timer decide at one gate at the moment at which its time is over, in an order of the scheduler's:
 * one of them wins, the others learn which decision it was, and the chain tells of it alone.
 */
export async function raceForGate(store: Store, scheduler: fc.Scheduler): Promise<"person" | "system"> {
  const world = memoryWorld();
  const alone = processOn(store, world);
  const id = `m_race${Date.now()}x${count++}`;
  const ref = missionRef("tn_1", id);
  await createMission({ ...world, ...alone }, { id });
  await alone.ledger.append(missions, ref, () => ({
    drafts: [
      missionSignal("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null }),
    ],
  }));
  const { gate: gate_id } = await ask(alone, ref, gateRequest({ escalate: null }));
  const { gate } = await findGate(alone, "tn_1", gate_id);
  world.clock.advance(3_599_999);

  const shared = processOn(scheduledStore(store, scheduler), world);
  const input = { gate_id, epoch: 1, snapshot_sha256: gate.snapshot_sha256, justification: "Checked." };
  const timer = scheduler.schedule(Promise.resolve(), "time passes").then(() => {
    world.clock.advance(1);
    return tick(shared, { tenant: "tn_1", gate: gate_id });
  });
  const deciders = Promise.allSettled([
    decide(shared, TECH_LEAD, { ...input, type: "APPROVE" }),
    decide(shared, OTHER_LEAD, { ...input, type: "REJECT" }),
  ]);
  const [people] = await scheduler.waitFor(Promise.all([deciders, timer]));

  const decision = (await findGate(alone, "tn_1", gate_id)).gate.decision as Decision;
  const made = people.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  expect(made).toEqual(decision.actor_kind === "human" ? [decision] : []);
  for (const result of people)
    if (result.status === "rejected")
      expect(result.reason).toMatchObject({
        code: "AlreadyDecided",
        message: expect.stringContaining(decision.decision_id),
        detail: { decision_id: decision.decision_id },
      });
  const signals = await alone.ledger.signals(ref, 0, 100);
  const told = signals.filter(({ type }) => type === "gantry.decision.recorded");
  expect(told.map(({ data }) => data)).toEqual([decision]);
  const left = signals.filter(({ data }) => data.from === "WAITING_FOR_HUMAN");
  expect(left.map(({ data }) => data.to)).toEqual([decision.type === "APPROVE" ? "APPROVED" : "REJECTED"]);
  return decision.actor_kind === "human" ? "person" : "system";
}
