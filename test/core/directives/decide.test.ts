import { describe, expect, it } from "@jest/globals";
import { type DirectiveVerdict, decideDirective } from "#core/directives/decide.ts";
import { perform } from "#core/directives/perform.ts";
import { Crash, crashing, noPause, scheduled } from "#test/support/memory-pause.ts";
import type { World } from "#test/support/memory-world.ts";
import { fc, runs } from "#test/support/property.ts";
import { createMission, MISSION } from "#test/support/samples.ts";
import { ARGS, outside, statesOf, subjectOf, toolOf, worldWith } from "./sample-tools.ts";

/** A world in which one directive waits: its id, and `again`, which performs it. */
async function waiting() {
  const world = await worldWith("require_human");
  const there = outside();
  const again = () => perform(world, subjectOf(world), { tool: toolOf("key", there), args: ARGS, key: "k" });
  const first = await again();
  if (first.state !== "awaiting_decision") throw new Error("it does not wait");
  return { world, there, again, id: first.directive };
}

const decide = (world: World, id: string, verdict: DirectiveVerdict, decision = "dec_1") =>
  decideDirective(world, subjectOf(world), id, verdict, decision);

describe("a decision on a directive", () => {
  it("that authorises it permits it once, and is recorded with it", async () => {
    const { world, there, again, id } = await waiting();
    expect(await decide(world, id, "authorised")).toMatchObject({ state: "authorised", decision: "dec_1" });
    for (let n = 0; n < 2; n++)
      expect(await again()).toEqual({ state: "done", result: { url: "https://x.test" } });
    expect(there.asked).toHaveLength(1);
    expect(await statesOf(world)).toEqual([
      "requested",
      "awaiting_decision",
      "authorised",
      "dispatched",
      "succeeded",
    ]);
    expect(await decide(world, id, "authorised")).toMatchObject({ state: "succeeded", decision: "dec_1" });
  });

  it.each([
    ["rejected", "PolicyDenied"],
    ["expired", "TimedOut"],
  ] as const)("that makes it %s prevents it for good", async (verdict, code) => {
    const { world, there, again, id } = await waiting();
    await decide(world, id, verdict);
    for (let n = 0; n < 2; n++) await expect(again()).rejects.toMatchObject({ code });
    expect(there.asked).toEqual([]);
    expect((await statesOf(world)).at(-1)).toBe(verdict);
  });

  it.each([
    ["another decision", "authorised", "dec_2"],
    ["another decision with the same verdict", "rejected", "dec_2"],
    ["the same decision with another verdict", "expired", "dec_1"],
  ] as const)(
    "cannot be replaced by %s; the refusal names the first decision",
    async (_, verdict, decision) => {
      const { world, id } = await waiting();
      await decide(world, id, "rejected");
      await expect(decide(world, id, verdict, decision)).rejects.toMatchObject({
        code: "IllegalTransition",
        detail: { state: "rejected", decision: "dec_1" },
      });
      expect((await statesOf(world)).at(-1)).toBe("rejected");
    },
  );

  it("is refused where no decision is awaited", async () => {
    const world = await worldWith("allow");
    await perform(world, subjectOf(world), { tool: toolOf("key", outside()), args: ARGS, key: "k" });
    const [directive] =
      (
        await world.ledger.load<{ directives: { directive: string }[] }>({
          tenant: MISSION.tenant,
          kind: "execution",
          id: MISSION.mission_id,
        })
      )?.directives ?? [];
    await expect(decide(world, directive?.directive as string, "rejected")).rejects.toMatchObject({
      code: "IllegalTransition",
    });
    await expect(decide(world, "d_0", "rejected")).rejects.toMatchObject({ code: "NotFound" });
  });

  it("cannot be recorded on the chain of another execution", async () => {
    const { world, id } = await waiting();
    await createMission(world, { id: "m_2" });
    const before = JSON.stringify(world.store.items());
    const other = subjectOf(world, "m_2");
    await expect(decideDirective(world, other, id, "authorised", "dec_1")).rejects.toMatchObject({
      code: "IllegalTransition",
    });
    expect(JSON.stringify(world.store.items())).toBe(before);
  });

  it("is recorded completely or not at all when the process dies at any moment", async () => {
    for (let at = 0; ; at++) {
      const { world, id } = await waiting();
      const crash = crashing(at);
      world.pauseWith(crash);
      await decide(world, id, "rejected").catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      await decide(world, id, "rejected");
      expect(await statesOf(world)).toEqual(["requested", "awaiting_decision", "rejected"]);
      if (!crash.crashed()) break;
    }
  });

  it("has one winner among three at once, and the others name it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { world, id } = await waiting();
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const verdicts = ["authorised", "rejected", "expired"] as const;
        const tries = Promise.allSettled(
          verdicts.map((verdict) => decide(world, id, verdict, `dec_${verdict}`)),
        );
        await scheduler.waitFor(tries);
        world.pauseWith(noPause);
        const settled = await tries;
        const won = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
        const lost = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
        expect(won).toHaveLength(1);
        for (const error of lost)
          expect(error).toMatchObject({
            code: "IllegalTransition",
            detail: { decision: `dec_${won[0]?.state}` },
          });
        expect(await statesOf(world)).toHaveLength(3);
      }),
      { numRuns: runs(200) },
    );
  });
});
