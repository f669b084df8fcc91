import { describe, expect, it } from "@jest/globals";
import { runRef } from "#core/workflows/run.ts";
import { deciding, liveWorld, verified } from "#test/core/workflows/rollback.ts";
import { RUN, runToEnd, survive } from "#test/core/workflows/whole-run.ts";
import { crashing, noPause } from "#test/support/memory-pause.ts";

describe("a rollback whose process dies", () => {
  it("at any moment still ends well, with one decision and one effect", async () => {
    let moments = 0;
    for (let crashed = true; crashed; moments++) {
      const world = await liveWorld();
      const pause = crashing(moments);
      world.pauseWith(pause);
      const approve = deciding(world, "APPROVE");
      const run = await runToEnd(world, (gate) =>
        survive(() => approve(gate)).catch((error) => {
          // The decision was made before its process died.
          if (error.code !== "AlreadyDecided") throw error;
        }),
      );
      world.pauseWith(noPause);
      crashed = pause.crashed();
      expect([moments, run.status, world.deployments.promoted]).toEqual([moments, "SUCCEEDED", ["dpl_old"]]);
      const signals = await world.ledger.signals(runRef(RUN.tenant, RUN.execution_id), 0, 500);
      const types = signals.map(({ type }) => type);
      expect(types.filter((type) => type === "gantry.decision.recorded")).toHaveLength(1);
      expect(types.filter((type) => type === "gantry.gate.opened")).toHaveLength(1);
      expect(verified(world).verdict).toBe("VALID");
    }
    expect(moments).toBeGreaterThan(50);
  });
});
