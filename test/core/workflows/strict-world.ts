import { pinsOf } from "#core/factory/policy/pin.ts";
import { decide } from "#core/governance/gate/decide.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import { findGate } from "#core/governance/gate/find.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { Definition } from "#core/workflows/definition.ts";
import type { Step } from "#core/workflows/step.ts";
import { memoryWorld, OWNER, POLICY, type World } from "#test/support/memory-world.ts";
import { definition, directive } from "./definitions.ts";
import { begin, HOSTS } from "./whole-run.ts";

/** A step that promotes a deployment, and is undone by promoting the one before. */
export const promote = (id: string): Step =>
  directive(id, {
    args: { project: "p", deployment: `dpl_${id}` },
    compensate: { tool: "deploy.promote", args: { project: "p", deployment: "dpl_0" } },
  });

export const parallel = (...branches: Step[][]): Definition =>
  definition([{ kind: "parallel", id: "both", title: "both", branches }]);

/** A world in which every promotion awaits a person's decision, and a run of these steps has begun. */
export async function strictWorld(steps: Definition): Promise<World> {
  const directives = { ...POLICY.directives, "deploy.promote": "require_human" as const };
  const world = memoryWorld({ policy: { ...POLICY, directives } });
  await world.deployments.promote({ id: "p", name: "p" }, "dpl_0");
  world.deployments.promoted.length = 0;
  await begin(world, steps, {});
  return world;
}

/** The step that a gate is about. */
export const stepOf = ({ title }: Gate): string => (title.split(": ").at(-1) ?? "").split(" ")[0] as string;

/** Decides at an open gate as `verdictOf` says. */
export const decidingBy =
  (world: World, verdictOf: (gate: Gate) => DecisionType) => async (gate_id: string) => {
    const { gate } = await findGate(world, OWNER.tenant, gate_id);
    const { epoch, snapshot_sha256 } = gate;
    const input = { gate_id, epoch, snapshot_sha256, type: verdictOf(gate), justification: "Seen." };
    await decide({ ...world, hosts: HOSTS, pin: pinsOf(world) }, OWNER, input);
  };
