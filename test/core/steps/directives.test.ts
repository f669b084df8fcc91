import { describe, expect, it } from "@jest/globals";
import { DIRECTIVE_EDGES, type DirectiveState } from "#core/directive.ts";
import { type ErrorCode, GantryError } from "#core/errors.ts";
import { allSignals } from "#core/evidence/root.ts";
import { missionRef } from "#core/mission/missions.ts";
import { perform } from "#core/steps/directives.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { memoryWorld, POLICY, type World } from "#test/support/memory-world.ts";
import { createMission, MISSION } from "#test/support/samples.ts";

const INTENT = { tool: "deploy.preview", args: { project: "p" }, key: "m_1-abc" } as const;

/** An outside world that has at most one effect per key, and counts how often it was asked. */
function outside(failures: readonly (ErrorCode | null)[] = []) {
  const effects = new Set<string>();
  const asked: string[] = [];
  return {
    effects,
    asked,
    act: async ({ idempotency_key }: { idempotency_key: string }) => {
      asked.push(idempotency_key);
      const failure = failures[asked.length - 1];
      if (failure) throw new GantryError(failure, "not now");
      effects.add(idempotency_key);
      return { url: "https://x.test" };
    },
  };
}

const run = (world: World, { act }: Pick<ReturnType<typeof outside>, "act">) =>
  perform(world, MISSION, INTENT, act, () => []);

async function statesOf(world: World): Promise<string[]> {
  const signals = await allSignals(world.ledger, missionRef(MISSION.tenant, MISSION.mission_id));
  return signals.flatMap(({ type, data }) =>
    type === "gantry.directive.changed" ? [data.state as string] : [],
  );
}

function expectLegal(states: readonly string[]): void {
  expect(states[0]).toBe("requested");
  states.slice(1).forEach((to, index) => {
    const from = states[index] as DirectiveState;
    expect([from, DIRECTIVE_EDGES[from]]).toEqual([from, expect.arrayContaining([to])]);
  });
}

async function worldOf(policy = POLICY): Promise<World> {
  const world = memoryWorld({ policy });
  await createMission(world);
  return world;
}

describe("a side effect", () => {
  it("is wished, authorised, dispatched and done, each recorded before the next", async () => {
    const world = await worldOf();
    const there = outside();
    const seen: string[][] = [];
    const act = async (directive: { idempotency_key: string }) => {
      seen.push(await statesOf(world));
      return there.act(directive);
    };
    expect(await run(world, { act })).toEqual({ url: "https://x.test" });
    expect(seen).toEqual([["requested", "authorised", "dispatched"]]);
    expect(await statesOf(world)).toEqual(["requested", "authorised", "dispatched", "succeeded"]);
  });

  it("that is done is not done again", async () => {
    const world = await worldOf();
    const there = outside();
    const first = await run(world, there);
    expect(await run(world, there)).toEqual(first);
    expect(there.asked).toHaveLength(1);
  });

  it("never happens when the policy says no, however often it is asked for", async () => {
    const policy = { ...POLICY, directives: { ...POLICY.directives, "deploy.preview": "deny" as const } };
    const world = await worldOf(policy);
    const there = outside();
    for (let n = 0; n < 2; n++)
      await expect(run(world, there)).rejects.toMatchObject({ code: "PolicyDenied" });
    expect(there.asked).toEqual([]);
    expect(await statesOf(world)).toEqual(["requested", "denied"]);
  });

  it("happens once, under one key and in legal states, when the process dies at any moment", async () => {
    for (let at = 0; ; at++) {
      const world = await worldOf();
      const there = outside();
      const crash = crashing(at);
      // The effect itself is a moment too: the process may die before it, or after it and before the record.
      const act = (directive: { idempotency_key: string }) =>
        crash.around("effect", () => there.act(directive));
      world.pauseWith(crash);
      await run(world, { act }).catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      expect(await run(world, there)).toEqual({ url: "https://x.test" });
      expect([...there.effects]).toEqual([INTENT.key]);
      expect(there.asked.length).toBeLessThanOrEqual(2);
      const states = await statesOf(world);
      expectLegal(states);
      expect(["succeeded", "reconciled"]).toContain(states.at(-1));
      if (!crash.crashed()) break;
    }
  });

  it.each(["VercelUnavailable", "EnvironmentFailure", "Conflict", "TimedOut", "Internal"] as const)(
    "that failed for the moment (%s) may be tried again",
    async (code) => {
      const world = await worldOf();
      const there = outside([code, code]);
      await expect(run(world, there)).rejects.toMatchObject({ code });
      await expect(run(world, there)).rejects.toMatchObject({ code });
      await run(world, there);
      const states = await statesOf(world);
      expectLegal(states);
      expect(states.filter((state) => state === "failed_retryable")).toHaveLength(2);
    },
  );

  it("that was refused is over", async () => {
    const world = await worldOf();
    const there = outside(["VercelRefused"]);
    await expect(run(world, there)).rejects.toMatchObject({ code: "VercelRefused" });
    expect((await statesOf(world)).at(-1)).toBe("failed");
    await expect(run(world, there)).rejects.toMatchObject({ code: "IllegalTransition" });
    expect(there.asked).toHaveLength(1);
  });

  it("whose result nobody knows is asked for until it is known", async () => {
    const world = await worldOf();
    const there = outside([null, "VercelUnavailable"]);
    world.pauseWith(noPause);
    let first = true;
    const act = async (directive: { idempotency_key: string }) => {
      const result = await there.act(directive);
      if (first) {
        first = false;
        throw new Crash("died after the effect");
      }
      return result;
    };
    await expect(run(world, { act })).rejects.toThrow(Crash);
    await expect(run(world, { act })).rejects.toMatchObject({ code: "VercelUnavailable" });
    await run(world, { act });
    const states = await statesOf(world);
    expectLegal(states);
    expect(states.slice(-2)).toEqual(["unknown", "reconciled"]);
    expect(there.effects.size).toBe(1);
  });
});
