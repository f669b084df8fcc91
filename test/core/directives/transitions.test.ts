import { describe, expect, it } from "@jest/globals";
import {
  DIRECTIVE_EDGES,
  DIRECTIVE_STATES,
  type DirectiveFact,
  type DirectiveState,
} from "#core/directives/directive.ts";
import { allSignals } from "#core/evidence/root.ts";
import { replayMission } from "#core/factory/evidence/replay-mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";
import { wayTo } from "#test/support/way-to.ts";

/** Facts about a directive, forged at the ledger as a program with the table's rights could. */

const REF = missionRef("tn_1", "m_1");
const PAIRS = DIRECTIVE_STATES.flatMap((from) => DIRECTIVE_STATES.map((to) => [from, to] as const));
const REQUESTED: DirectiveFact = {
  directive: "d_1",
  tool: "deploy.preview",
  state: "requested",
  attempt: 0,
  args_sha256: "0".repeat(64),
  idempotency_key: "k",
};

/** The fact that a directive is in the state `to` now, consistent in all but perhaps the edge. */
function following(before: DirectiveFact, to: DirectiveState): DirectiveFact {
  return {
    ...before,
    state: to,
    attempt: before.attempt + (to === "dispatched" ? 1 : 0),
    ...(before.state === "awaiting_decision" ? { decision: "dec_1" } : {}),
  };
}

const forge = (world: World, fact: DirectiveFact) =>
  world.ledger.append(missions, REF, () => ({
    drafts: [missionSignal("gantry.directive.changed", { ...fact })],
  }));

async function missionWith(facts: readonly DirectiveFact[]): Promise<World> {
  const world = memoryWorld();
  await createMission(world);
  for (const fact of facts) await forge(world, fact);
  return world;
}

function factsTo(state: DirectiveState): DirectiveFact[] {
  const facts = [REQUESTED];
  for (const to of wayTo(DIRECTIVE_EDGES, "requested", state).slice(1))
    facts.push(following(facts.at(-1) as DirectiveFact, to));
  return facts;
}

/** Table with its log, and both buckets, byte by byte. */
const contents = ({ store, artifacts, vault }: World) =>
  JSON.stringify([store.items(), [...artifacts.all], [...vault.all]]);

async function expectRefused(world: World, fact: DirectiveFact): Promise<void> {
  const before = contents(world);
  await expect(forge(world, fact)).rejects.toMatchObject({ code: "IllegalTransition" });
  expect(contents(world)).toBe(before);
}

describe("a forged fact about a directive", () => {
  it("is one of 144 pairs of states, of which 13 are edges", () => {
    expect(PAIRS).toHaveLength(144);
    expect(Object.values(DIRECTIVE_EDGES).flat()).toHaveLength(13);
  });

  it.each(PAIRS)(
    "from %s to %s is stored only along an edge, and otherwise changes nothing",
    async (from, to) => {
      const facts = factsTo(from);
      const world = await missionWith(facts);
      const fact = following(facts.at(-1) as DirectiveFact, to);
      const edges: readonly DirectiveState[] = DIRECTIVE_EDGES[from];
      if (!edges.includes(to)) return expectRefused(world, fact);
      expect((await forge(world, fact)).state.directives).toEqual([fact]);
    },
  );

  it.each(DIRECTIVE_STATES.filter((state) => state !== "requested"))(
    "cannot start a directive as %s",
    async (state) => {
      await expectRefused(await missionWith([]), { ...REQUESTED, state });
    },
  );

  it.each<[string, DirectiveState, Partial<DirectiveFact>]>([
    ["names another tool", "authorised", { tool: "deploy.promote" }],
    ["has other arguments", "authorised", { args_sha256: "1".repeat(64) }],
    ["has another key", "authorised", { idempotency_key: "other" }],
    ["skips an attempt", "authorised", { attempt: 2 }],
    ["carries a decision that was not asked for", "authorised", { decision: "dec_1" }],
    ["ends the wait without a decision", "awaiting_decision", { decision: undefined }],
  ])("is refused when it %s", async (_, from, forged) => {
    const facts = factsTo(from);
    const to = DIRECTIVE_EDGES[from][0] as DirectiveState;
    const { decision, ...fact } = { ...following(facts.at(-1) as DirectiveFact, to), ...forged };
    await expectRefused(await missionWith(facts), decision === undefined ? fact : { ...fact, decision });
  });

  it("is found by the verifier in a log that was not written through the ledger", async () => {
    const world = await missionWith(factsTo("succeeded"));
    const log = await allSignals(world.ledger, REF);
    expect(replayMission(log, "tn_1", "m_1").directives).toHaveLength(1);
    const forged = log.filter(({ data }) => data.state !== "dispatched");
    expect(() => replayMission(forged, "tn_1", "m_1")).toThrow(
      expect.objectContaining({ code: "TRANSITION_ILLEGAL" }),
    );
  });
});
