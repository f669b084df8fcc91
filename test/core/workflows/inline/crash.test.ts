import { describe, expect, it } from "@jest/globals";
import { once } from "#core/kernel/idempotency.ts";
import { sweepRuns } from "#core/workflows/inline/sweep-runs.ts";
import { Crash, noPause, type Pause } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import {
  follow,
  isPending,
  packOf,
  runEcho,
  runOf,
  sealAsked,
  sweepLater,
  typesOf,
  verdictOn,
} from "./echo.ts";

/** A process that dies at a moment and stays dead: what it would have done afterwards does not happen. */
function dying(at: number): Pause & { readonly died: boolean } {
  let moment = 0;
  const tick = () => {
    if (moment++ >= at) throw new Crash(`died at moment ${at}`);
  };
  return {
    get died() {
      return moment > at;
    },
    async around(_, act) {
      tick();
      const result = await act();
      tick();
      return result;
    },
  };
}

/** Dies at each moment of `act`, before and after each call of a service; `then` sees the world it left. */
async function atEachDeath(
  begin: () => Promise<World>,
  act: (world: World) => Promise<unknown>,
  then: (world: World, moment: number) => Promise<void>,
): Promise<number> {
  for (let moment = 0; ; moment++) {
    const world = await begin();
    const pause = dying(moment);
    world.pauseWith(pause);
    await act(world).catch((error: unknown) => {
      if (!pause.died) throw error;
    });
    world.pauseWith(noPause);
    if (!pause.died) return moment;
    await then(world, moment);
  }
}

/** The request as the API serves it, under its key. */
const request = (world: World, work: () => void) =>
  once(world, { caller: OWNER, route: "beginInstance", key: "k", body: "" }, async (ids) => {
    const run = await runEcho(
      world,
      async (_, { input }) => {
        work();
        // Something outside is asked, and the process may die then.
        await world.artifacts.put("asked", input.words ?? "");
        return { said: input.words ?? "" };
      },
      { id: ids.make("run").startsWith("run_") ? "run_1" : "" },
    );
    return { status: 201, body: run.state };
  });

const ENDS = [
  ["gantry.execution.created", "RUNNING", "COMPLETED"],
  ["gantry.execution.created", "RUNNING", "gantry.execution.failed", "TERMINATED"],
];

async function expectSealed(world: World): Promise<void> {
  const run = await runOf(world);
  expect(ENDS).toContainEqual(await typesOf(world));
  expect(run?.evidence).not.toBeNull();
  expect(verdictOn(packOf(world) as Uint8Array).verdict).toBe("VALID");
  await sweepLater(world);
  expect(isPending(world)).toBe(false);
}

describe("a process that dies at any moment of", () => {
  it("a run leaves one that ends and is sealed, with its work done once at most", async () => {
    let works = 0;
    const moments = await atEachDeath(
      async () => {
        works = 0;
        return memoryWorld();
      },
      (world) => request(world, () => works++),
      async (world, moment) => {
        const wasBegun = (await runOf(world)) !== null;
        world.clock.advance(61_000); // The lease of the process that died is over.
        const repeated = await request(world, () => works++);
        expect([moment, works <= 1]).toEqual([moment, true]);
        const { state } = (await runOf(world)) as { state: string };
        expect(repeated.body).toBe(state);
        if (!wasBegun) expect([moment, state]).toEqual([moment, "COMPLETED"]);
        await follow(world);
        await sweepLater(world);
        await follow(world);
        await expectSealed(world);
      },
    );
    expect(moments).toBeGreaterThan(10);
  });

  it("the relay, the seal or the sweep is made good by the next sweep", async () => {
    const steps: readonly ((world: World) => Promise<unknown>)[] = [
      follow,
      (world) => sweepRuns(world).then(() => sealAsked(world)),
    ];
    let moments = 0;
    for (const left of ["ended", "running"])
      for (const act of steps)
        moments += await atEachDeath(
          async () => {
            const world = memoryWorld();
            await runEcho(world, async () => {
              if (left === "running") world.pauseWith(dying(0));
              return "done";
            }).catch(() => {});
            world.pauseWith(noPause);
            world.clock.advance(120_000);
            return world;
          },
          act,
          async (world) => {
            world.sealer.asked.length = 0; // What was asked of a process that died is lost.
            await sweepLater(world);
            await follow(world);
            await expectSealed(world);
          },
        );
    expect(moments).toBeGreaterThan(30);
  });
});
