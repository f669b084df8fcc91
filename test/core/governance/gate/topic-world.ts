import { ask } from "#core/governance/gate/ask.ts";
import { findGate } from "#core/governance/gate/find.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { GateHost, NewPins } from "#core/governance/gate/hosts.ts";
import type { DecisionInput } from "#core/governance/gate/judge.ts";
import { type GateSubject, gateItems, NO_GATES, reduceGates } from "#core/governance/gate/subject.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { type Signal, SYSTEM } from "#core/kernel/ledger/signal.ts";
import { aggregateOf } from "#core/kernel/ledger/signal-v1.ts";
import { gateRequest, POLICY_REF } from "#test/support/gates.ts";
import { memoryWorld } from "#test/support/memory-world.ts";

/** A subject of gates that is no execution: an approval on it starts one. */
export const TOPIC: AggregateRef = { tenant: "tn_1", kind: "topic", id: "f_1" };
const STARTED: AggregateRef = { tenant: "tn_1", kind: "execution", id: "x_1" };
export const GATE = "topic.f_1.1";
const PINS: NewPins = { policy: POLICY_REF } as NewPins;

const topics: Projection<GateSubject> = {
  reduce: (state, signal) => {
    const { tenant, id } = aggregateOf(signal);
    return reduceGates(state ?? { tenant, id, ...NO_GATES }, signal);
  },
  items: gateItems,
  listing: () => null,
};

/** What the first signal of a started execution says. */
const starts: Projection<unknown> = { reduce: (_, { data }) => data, listing: () => null };

const HOST: GateHost = {
  projection: topics,
  approval: {
    makeId: () => STARTED.id,
    begin: (subject, { execution_id, requester }, pins) => [
      {
        ref: { ...STARTED, id: execution_id },
        projection: starts,
        drafts: [{ type: "gantry.test.started", data: { of: subject.id, ...pins }, actor: requester }],
      },
    ],
  },
};

/** A world with a topic, which waits at a gate. `host` is what its product provides. */
export async function topicWorld(host: Partial<GateHost> = {}) {
  const world = memoryWorld();
  await world.ledger.append(topics, TOPIC, () => ({
    drafts: [{ type: "gantry.test.begun", data: {}, actor: SYSTEM }],
  }));
  let pins = PINS;
  const services = Object.assign(world, {
    hosts: () => ({ ...HOST, ...host }) as GateHost,
    pin: async () => pins,
    activate: (policy: NewPins["policy"]) => {
      pins = { ...PINS, policy };
    },
  });
  await ask(services, TOPIC, gateRequest());
  return services;
}
export type TopicWorld = Awaited<ReturnType<typeof topicWorld>>;

export const gateOf = async (world: TopicWorld): Promise<Gate> => (await findGate(world, "tn_1", GATE)).gate;
export const startedOf = (world: TopicWorld): Promise<Signal[]> => world.ledger.signals(STARTED, 0, 10);

/** Appends to the topic, as another process does. */
export const append = (world: TopicWorld, type: string, data: object) =>
  world.ledger.append(topics, TOPIC, () => ({ drafts: [{ type, data: { ...data }, actor: SYSTEM }] }));

/** A decision on the gate as it is now. */
export async function decisionOn(
  world: TopicWorld,
  change: Partial<DecisionInput> = {},
): Promise<DecisionInput> {
  const { gate_id, epoch, snapshot_sha256 } = await gateOf(world);
  return { gate_id, epoch, snapshot_sha256, type: "APPROVE", justification: "Checked.", ...change };
}
