import { describe, expect, it } from "@jest/globals";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { DECIDED_STATE } from "#core/governance/execution/gate-edges.ts";
import {
  EXECUTION_EDGES,
  EXECUTION_STATES,
  type ExecutionState,
  hasEnded,
} from "#core/governance/execution/states.ts";
import type { Outcome, Transition } from "#core/governance/execution/transition.ts";
import { DECISION_TYPES, type DecisionType } from "#core/governance/gate/decision.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { decisionDraft, openingDraft } from "#test/support/gates.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";
import { wayTo } from "#test/support/way-to.ts";

/** Steps of an execution, forged at the ledger as a program with the table's rights could. */

const REF = missionRef("tn_1", "m_1");
const PAIRS = EXECUTION_STATES.flatMap((from) => EXECUTION_STATES.map((to) => [from, to] as const));
const outcomeOf = (to: ExecutionState): Outcome | null =>
  to === "COMPLETED" ? "succeeded" : to === "TERMINATED" ? "failed" : null;

const forge = (world: World, step: Transition) =>
  world.ledger.append(missions, REF, (mission) => ({
    drafts: [...gateFor(mission as Mission, step), missionSignal("gantry.execution.transitioned", step)],
  }));

/** What an edge to or from a gate needs beside it: the gate, or a decision on it. */
function gateFor(mission: Mission, { from, to }: Transition): SignalDraft[] {
  if (from !== mission.state) return [];
  const [decided] = Object.entries(DECIDED_STATE).find(([, state]) => state === to) ?? [];
  if (from === "RUNNING" && to === "WAITING_FOR_HUMAN") return [openingDraft(mission)];
  if (from === "WAITING_FOR_HUMAN" && decided) return [decisionDraft(mission, decided as DecisionType)];
  return [];
}

async function missionIn(state: ExecutionState): Promise<World> {
  const world = memoryWorld();
  await createMission(world);
  const way = wayTo(EXECUTION_EDGES, "CREATED", state);
  for (const [index, to] of way.slice(1).entries())
    await forge(world, { from: way[index] as ExecutionState, to, outcome: outcomeOf(to) });
  return world;
}

/** Table with its log, and both buckets, byte by byte. */
const contents = ({ store, artifacts, vault }: World) =>
  JSON.stringify([store.items(), [...artifacts.all], [...vault.all]]);

describe("a forged transition", () => {
  it.each(PAIRS)(
    "from %s to %s is stored only along an edge, and otherwise changes nothing",
    async (from, to) => {
      const world = await missionIn(from);
      const before = contents(world);
      const forged = forge(world, { from, to, outcome: outcomeOf(to) });
      const edges: readonly ExecutionState[] = EXECUTION_EDGES[from];
      if (edges.includes(to)) {
        expect((await forged).state).toMatchObject({ state: to, outcome: outcomeOf(to) });
        expect((await world.ledger.load<Mission>(REF))?.ended_at !== null).toBe(hasEnded(to));
      } else {
        await expect(forged).rejects.toMatchObject({ code: "IllegalTransition", detail: { from, to } });
        expect(contents(world)).toBe(before);
      }
    },
  );

  it.each<[string, Transition]>([
    [
      "leaves a state that the execution is not in",
      { from: "WAITING_FOR_HUMAN", to: "APPROVED", outcome: null },
    ],
    ["ends without an outcome", { from: "RUNNING", to: "COMPLETED", outcome: null }],
    ["completes with a failure", { from: "RUNNING", to: "COMPLETED", outcome: "failed" }],
    ["terminates with a success", { from: "RUNNING", to: "TERMINATED", outcome: "succeeded" }],
    ["waits without a gate", { from: "RUNNING", to: "WAITING_FOR_HUMAN", outcome: null }],
    ["has an outcome before the end", { from: "RUNNING", to: "WAITING_FOR_HUMAN", outcome: "succeeded" }],
  ])("is refused when it %s", async (_, step) => {
    const world = await missionIn("RUNNING");
    const before = contents(world);
    const forged = world.ledger.append(missions, REF, () => ({
      drafts: [missionSignal("gantry.execution.transitioned", step)],
    }));
    await expect(forged).rejects.toMatchObject({ code: "IllegalTransition" });
    expect(contents(world)).toBe(before);
  });

  it.each(["APPROVED", "REJECTED", "OVERRIDDEN"] as const)(
    "to %s is refused without its decision, and with another one",
    async (to) => {
      const world = await missionIn("WAITING_FOR_HUMAN");
      const step = { from: "WAITING_FOR_HUMAN", to, outcome: null } as const;
      for (const type of [undefined, ...DECISION_TYPES].filter(
        (type) => !type || DECIDED_STATE[type] !== to,
      )) {
        const before = contents(world);
        const forged = world.ledger.append(missions, REF, (mission) => ({
          drafts: [
            ...(type ? [decisionDraft(mission as Mission, type)] : []),
            missionSignal("gantry.execution.transitioned", step),
          ],
        }));
        await expect(forged).rejects.toMatchObject({ code: "IllegalTransition" });
        expect(contents(world)).toBe(before);
      }
    },
  );
});
