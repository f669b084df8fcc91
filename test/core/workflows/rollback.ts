import { verifyPack } from "#core/evidence/verify.ts";
import { pinsOf } from "#core/factory/policy/pin.ts";
import { decide } from "#core/governance/gate/decide.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import { evidencePath } from "#core/kernel/artifacts.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { ROLLBACK } from "#core/workflows/built-in/rollback.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { begin, RUN, runOf } from "./whole-run.ts";

const INPUT = { project: "task-manager", deployment: "dpl_old" };

/** A world in which another deployment is live, and one that records what it was asked for. */
export async function liveWorld(live: string | null = "dpl_new"): Promise<World> {
  const world = memoryWorld();
  if (live) await world.deployments.promote({ id: "prj", name: INPUT.project }, live);
  world.deployments.promoted.length = 0;
  await begin(world, ROLLBACK, INPUT);
  return world;
}

export const deciding = (world: World, type: DecisionType) => async (gate_id: string) => {
  const { gate } = await runOf(world);
  await decide({ ...world, hosts: GATE_HOSTS, pin: pinsOf(world) }, OWNER, {
    gate_id,
    epoch: gate?.epoch ?? 0,
    snapshot_sha256: gate?.snapshot_sha256 ?? "",
    type,
    justification: "The new one is broken.",
  });
};

export function verified(world: World) {
  const zip = world.vault.all.get(evidencePath(RUN.tenant, RUN.execution_id)) as Uint8Array;
  return verifyPack(EVIDENCE_KINDS, {
    zip,
    execution: RUN.execution_id,
    pinned_key: "key",
    checkSignature: () => true,
  });
}
