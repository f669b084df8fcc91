import { describe, expect, it } from "@jest/globals";
import { type DirectiveFact, nextDirectives } from "#core/directives/directive.ts";
import { perform } from "#core/directives/perform.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import { ARGS, outside, toolOf, worldWith } from "./sample-tools.ts";

/** An execution that is no mission: it has directives, and whether it was stopped. */
interface Run {
  readonly directives: readonly DirectiveFact[] | undefined;
  readonly stopped: boolean;
}

const runs: Projection<Run> = {
  reduce: (run, { type, data }) => {
    if (!run) return { directives: [], stopped: false };
    if (type !== "gantry.directive.changed") return { ...run, stopped: true };
    return { ...run, directives: nextDirectives(run.directives, data as unknown as DirectiveFact) };
  },
  listing: () => null,
};

const REF = { tenant: "tn_1", kind: "execution", id: "x_1" } as const;

async function runningWorld() {
  const world = await worldWith();
  const draft = (type: string, data = {}) => ({ drafts: [{ type, data, actor: SYSTEM }] });
  const say = (type: string, data = {}) => world.ledger.append(runs, REF, () => draft(type, data));
  await say("gantry.test.begun");
  const opened = await world.ledger.open(runs, REF);
  const subject = {
    tenant: REF.tenant,
    execution: REF.id,
    append: opened.append,
    requireGoing: (run: unknown) => {
      if ((run as Run).stopped) throw new GantryError("Cancelled", "The run was stopped.");
    },
  };
  return { world, subject, say };
}

describe("an execution that is not a mission", () => {
  it("has effects on its own chain, guarded by its own state", async () => {
    const { world, subject, say } = await runningWorld();
    const there = outside();
    const effect = { tool: toolOf("key", there), args: ARGS, key: "k" };
    for (let n = 0; n < 2; n++)
      expect(await perform(world, subject, effect)).toMatchObject({ state: "done" });
    expect(there.asked).toHaveLength(1);
    const run = await world.ledger.load<Run>(REF);
    expect(run?.directives).toEqual([
      expect.objectContaining({ tool: "test.key", state: "succeeded", attempt: 1 }),
    ]);
    const forged = { ...run?.directives?.[0], state: "dispatched", attempt: 2 };
    await expect(say("gantry.directive.changed", forged)).rejects.toMatchObject({
      code: "IllegalTransition",
    });
  });

  it("has no further effect once it was stopped", async () => {
    const { world, subject, say } = await runningWorld();
    const there = outside();
    await say("gantry.test.stopped");
    await expect(
      perform(world, subject, { tool: toolOf("key", there), args: ARGS, key: "k" }),
    ).rejects.toMatchObject({ code: "Cancelled" });
    expect(there.asked).toEqual([]);
    expect((await world.ledger.load<Run>(REF))?.directives).toEqual([]);
  });
});
