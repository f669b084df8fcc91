import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { pinsOf } from "#core/factory/policy/pin.ts";
import { ask } from "#core/governance/gate/ask.ts";
import { findGate } from "#core/governance/gate/find.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { DecisionInput } from "#core/governance/gate/judge.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { gateRequest } from "#test/support/gates.ts";
import { memoryWorld, type World, type WorldOptions } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";

export const REF = missionRef("tn_1", "m_1");
export const GATE = "execution.m_1.1";

/** A world in which a mission runs, with everything that gates need. */
export async function gateWorld(models: NonNullable<WorldOptions["models"]> = {}) {
  const world = memoryWorld({ models });
  await createMission(world);
  await world.ledger.append(missions, REF, () => ({
    drafts: [
      missionSignal("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null }),
    ],
  }));
  return Object.assign(world, { hosts: GATE_HOSTS, pin: pinsOf(world) });
}
export type GateWorld = Awaited<ReturnType<typeof gateWorld>>;

/** The same with a gate at which the mission waits. */
export async function waitingWorld(change: Parameters<typeof gateRequest>[0] = {}): Promise<GateWorld> {
  const world = await gateWorld();
  await ask(world, REF, gateRequest(change));
  return world;
}

export const gateOf = async (world: World, gate = GATE): Promise<Gate> =>
  (await findGate(world, "tn_1", gate)).gate;

export const missionOf = async (world: World): Promise<Mission> =>
  (await world.ledger.load<Mission>(REF)) as Mission;

export const signalsOf = (world: World): Promise<Signal[]> => world.ledger.signals(REF, 0, 1000);

/** A decision on the gate as it is now. */
export async function decisionOn(world: World, change: Partial<DecisionInput> = {}): Promise<DecisionInput> {
  const { gate_id, epoch, snapshot_sha256 } = await gateOf(world);
  return { gate_id, epoch, snapshot_sha256, type: "APPROVE", justification: "Checked.", ...change };
}

/** Table with its log, and both buckets, byte by byte. */
export const contents = ({ store, artifacts, vault }: World): string =>
  JSON.stringify([store.items(), [...artifacts.all], [...vault.all]]);
