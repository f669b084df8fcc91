import { describe, expect, it } from "@jest/globals";
import { type Effect, perform } from "#core/directives/perform.ts";
import type { EffectCall, Idempotency } from "#core/directives/tool.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { Crash, crashing, noPause, scheduled } from "#test/support/memory-pause.ts";
import type { World } from "#test/support/memory-world.ts";
import { fc, runs } from "#test/support/property.ts";
import { ARGS, outside, statesOf, subjectOf, toolOf, worldWith } from "./sample-tools.ts";

const KEY = "m_1-abc";
const DONE = { state: "done", result: { url: "https://x.test" } };
const KINDS: readonly Idempotency[] = ["key", "probe", "none"];

const run = (
  world: World,
  there: Pick<ReturnType<typeof outside>, "act" | "effects">,
  idempotency: Idempotency = "key",
) => perform(world, subjectOf(world), { tool: toolOf(idempotency, there), args: ARGS, key: KEY });

/** As `there`, but the process dies at a moment of the effect: before it, or after it and before the record. */
function dying(there: ReturnType<typeof outside>, moment: "before" | "after") {
  let died = false;
  const act = async (call: EffectCall<typeof ARGS>) => {
    if (died) return there.act(call);
    died = true;
    if (moment === "before") throw new Crash("died before the effect");
    await there.act(call);
    throw new Crash("died after the effect");
  };
  return { effects: there.effects, act };
}

describe("a side effect", () => {
  it("is requested, authorised and dispatched before it starts, and succeeded after it has ended", async () => {
    const world = await worldWith();
    const there = outside();
    const seen: string[][] = [];
    const act = async (call: EffectCall<typeof ARGS>) => {
      seen.push(await statesOf(world));
      return there.act(call);
    };
    expect(await run(world, { ...there, act })).toEqual(DONE);
    expect(seen).toEqual([["requested", "authorised", "dispatched"]]);
    expect(await statesOf(world)).toEqual(["requested", "authorised", "dispatched", "succeeded"]);
  });

  it("is not performed again once it has succeeded", async () => {
    const world = await worldWith();
    const there = outside();
    await run(world, there);
    expect(await run(world, there)).toEqual(DONE);
    expect(there.asked).toHaveLength(1);
  });

  it.each([
    ["that the policy denies", () => worldWith("deny"), "test.key"],
    ["of a tool that the policy does not name", () => worldWith(), "test.unnamed"],
    ["of a tool named like a member of every object", () => worldWith(), "constructor"],
  ])("%s is never performed, however often it is requested", async (_, makeWorld, name) => {
    const world = await makeWorld();
    const there = outside();
    const effect = { tool: { ...toolOf("key", there), name }, args: ARGS, key: KEY };
    for (let n = 0; n < 2; n++)
      await expect(perform(world, subjectOf(world), effect)).rejects.toMatchObject({ code: "PolicyDenied" });
    expect(there.asked).toEqual([]);
    expect(await statesOf(world)).toEqual(["requested", "denied"]);
  });

  it.each<[string, unknown, string, RegExp]>([
    ["of the wrong type", { to: 5 }, "to", /^to must be text\.$/],
    ["left out", {}, "to", /^to is required\.$/],
    ["unknown", { ...ARGS, cc: "me" }, "cc", /^cc is not a field of this request\. Its fields are to\.$/],
    ["no object", "someone", "", /^The call must be an object\.$/],
  ])("with an argument %s is refused before anything is recorded", async (_, args, field, sentence) => {
    const world = await worldWith();
    const before = JSON.stringify(world.store.items());
    const there = outside();
    const effect = { tool: toolOf("key", there), args: args as typeof ARGS, key: KEY };
    await expect(perform(world, subjectOf(world), effect)).rejects.toMatchObject({
      code: "InvalidInput",
      field,
      message: expect.stringMatching(sentence),
    });
    expect(JSON.stringify(world.store.items())).toBe(before);
  });

  it("is refused for other arguments under the same key", async () => {
    const world = await worldWith();
    const there = outside();
    await run(world, there);
    const other: Effect<typeof ARGS, { url: string }, unknown> = {
      tool: toolOf("key", there),
      args: { to: "another" },
      key: KEY,
    };
    await expect(perform(world, subjectOf(world), other)).rejects.toMatchObject({
      code: "IdempotencyMismatch",
      field: "key",
    });
    expect(there.asked).toHaveLength(1);
  });

  it("is recorded together with the signals that follow from its result", async () => {
    const world = await worldWith();
    const tool = toolOf("key", outside());
    const facts = ({ url }: { url: string }) => [
      { type: "gantry.test.done", data: { url }, actor: { kind: "system", id: "factory" } as const },
    ];
    for (let n = 0; n < 2; n++) await perform(world, subjectOf(world), { tool, args: ARGS, key: KEY, facts });
    const items = world.store.items().filter(({ sk }) => sk.startsWith("E#"));
    const types = items.map(({ signal }) => (signal as { type: string }).type);
    expect(types.slice(-2)).toEqual(["gantry.directive.changed", "gantry.test.done"]);
    expect(types.filter((type) => type === "gantry.test.done")).toHaveLength(1);
  });
});

describe("a failed effect", () => {
  it.each(["VercelUnavailable", "EnvironmentFailure", "Conflict", "TimedOut", "Internal"] as const)(
    "can be retried after %s",
    async (code) => {
      const world = await worldWith();
      const there = outside([code, code]);
      for (let n = 0; n < 2; n++) await expect(run(world, there)).rejects.toMatchObject({ code });
      expect(await run(world, there)).toEqual(DONE);
      const states = await statesOf(world);
      expect(states.filter((state) => state === "failed_retryable")).toHaveLength(2);
    },
  );

  it("that did take place is found by a probe before it is dispatched again", async () => {
    const world = await worldWith();
    const there = outside();
    const lost = {
      effects: there.effects,
      act: async (call: EffectCall<typeof ARGS>) => {
        await there.act(call);
        throw new GantryError("TimedOut", "the reply was lost");
      },
    };
    await expect(run(world, lost, "probe")).rejects.toMatchObject({ code: "TimedOut" });
    expect(await run(world, lost, "probe")).toEqual(DONE);
    expect(there.asked).toHaveLength(1);
    expect((await statesOf(world)).slice(-3)).toEqual(["failed_retryable", "dispatched", "succeeded"]);
  });

  it("is final after a refusal", async () => {
    const world = await worldWith();
    const there = outside(["VercelRefused"]);
    await expect(run(world, there)).rejects.toMatchObject({ code: "VercelRefused" });
    expect((await statesOf(world)).at(-1)).toBe("failed");
    await expect(run(world, there)).rejects.toMatchObject({ code: "IllegalTransition" });
    expect(there.asked).toHaveLength(1);
  });

  it("is final after any error when the tool must not be dispatched twice", async () => {
    const world = await worldWith();
    const there = outside(["VercelUnavailable"]);
    await expect(run(world, there, "none")).rejects.toMatchObject({ code: "VercelUnavailable" });
    await expect(run(world, there, "none")).rejects.toMatchObject({ code: "IllegalTransition" });
    expect(there.asked).toHaveLength(1);
    expect((await statesOf(world)).at(-1)).toBe("failed");
  });
});

describe("an effect whose process died", () => {
  it.each(["before", "after"] as const)("%s dispatching is requested again under its key", async (moment) => {
    const world = await worldWith();
    const there = outside();
    const first = dying(there, moment);
    await expect(run(world, first)).rejects.toThrow(Crash);
    expect(await run(world, first)).toEqual(DONE);
    expect(there.effects).toEqual([KEY]);
    expect((await statesOf(world)).slice(-2)).toEqual(["unknown", "reconciled"]);
  });

  it.each([
    ["before", 1],
    ["after", 1],
  ] as const)(
    "%s dispatching is looked up by a probe, and performed when it did not take place",
    async (moment, asked) => {
      const world = await worldWith();
      const there = outside();
      const first = dying(there, moment);
      await expect(run(world, first, "probe")).rejects.toThrow(Crash);
      expect(await run(world, first, "probe")).toEqual(DONE);
      expect(there.asked).toHaveLength(asked);
      expect((await statesOf(world)).slice(-2)).toEqual(["unknown", "reconciled"]);
    },
  );

  it.each(["before", "after"] as const)(
    "%s dispatching has failed when it must not be repeated",
    async (moment) => {
      const world = await worldWith();
      const there = outside();
      const first = dying(there, moment);
      await expect(run(world, first, "none")).rejects.toThrow(Crash);
      for (let n = 0; n < 2; n++)
        await expect(run(world, first, "none")).rejects.toMatchObject({ code: "IllegalTransition" });
      expect(there.asked).toHaveLength(moment === "after" ? 1 : 0);
      expect((await statesOf(world)).at(-1)).toBe("failed");
    },
  );

  it("is requested again until its result is known", async () => {
    const world = await worldWith();
    const there = outside(["VercelUnavailable"]);
    const first = dying(there, "before");
    await expect(run(world, first)).rejects.toThrow(Crash);
    await expect(run(world, first)).rejects.toMatchObject({ code: "VercelUnavailable" });
    expect((await statesOf(world)).at(-1)).toBe("unknown");
    expect(await run(world, first)).toEqual(DONE);
    expect((await statesOf(world)).at(-1)).toBe("reconciled");
  });

  it.each(KINDS)("at any moment takes place once and ends in a legal state (%s)", async (kind) => {
    for (let at = 0; ; at++) {
      const world = await worldWith();
      const there = outside();
      const crash = crashing(at);
      // The effect itself is a moment too.
      const act = (call: EffectCall<typeof ARGS>) => crash.around("effect", () => there.act(call));
      world.pauseWith(crash);
      await run(world, { ...there, act }, kind).catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      const again = await run(world, there, kind).catch((error) => error.code);
      const states = await statesOf(world);
      if (kind === "none" && states.at(-1) === "failed") {
        expect(again).toBe("IllegalTransition");
        expect(there.effects.length).toBeLessThanOrEqual(1);
      } else {
        expect(again).toEqual(DONE);
        expect(there.effects).toEqual([KEY]);
        expect(["succeeded", "reconciled"]).toContain(states.at(-1));
      }
      if (!crash.crashed()) break;
    }
  });
});

describe("two processes with the same effect", () => {
  it("perform it once under a key; the second receives the result or a conflict", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = await worldWith();
        const there = outside();
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const both = Promise.allSettled([run(world, there), run(world, there)]);
        await scheduler.waitFor(both);
        world.pauseWith(noPause);
        for (const one of await both)
          if (one.status === "fulfilled") expect(one.value).toEqual(DONE);
          else expect(one.reason).toMatchObject({ code: "Conflict" });
        expect(await run(world, there)).toEqual(DONE);
        expect(there.effects).toEqual([KEY]);
        await statesOf(world);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("an effect that requires a person's decision", () => {
  it("waits, and returns the id of its directive", async () => {
    const world = await worldWith("require_human");
    const there = outside();
    const waiting = await run(world, there);
    expect(waiting).toEqual({ state: "awaiting_decision", directive: expect.stringMatching(/^d_/) });
    expect(await run(world, there)).toEqual(waiting);
    expect(await statesOf(world)).toEqual(["requested", "awaiting_decision"]);
    expect(there.asked).toEqual([]);
  });
});
