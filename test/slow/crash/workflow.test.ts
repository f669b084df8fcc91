import { describe, expect, it } from "@jest/globals";
import { type Run, runRef } from "#core/workflows/run.ts";
import { gate } from "#test/core/workflows/definitions.ts";
import { deciding, liveWorld, verified } from "#test/core/workflows/rollback.ts";
import { decidingBy, parallel, promote, strictWorld } from "#test/core/workflows/strict-world.ts";
import { RUN, runOf, runToEnd, survive } from "#test/core/workflows/whole-run.ts";
import { crashing, noPause } from "#test/support/memory-pause.ts";
import type { World } from "#test/support/memory-world.ts";

describe("a rollback whose process dies", () => {
  it("at any moment still ends well, with one decision and one effect", async () => {
    let moments = 0;
    for (let crashed = true; crashed; moments++) {
      const world = await liveWorld();
      const pause = crashing(moments);
      world.pauseWith(pause);
      const approve = deciding(world, "APPROVE");
      const run = await runToEnd(world, (id) => survive(() => approve(id)).catch(ifDecided));
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

describe("a rollback that is undone whose process dies", () => {
  it("at any moment has the effect once, and its compensation once", async () => {
    let moments = 0;
    for (let crashed = true; crashed; moments++) {
      const world = await liveWorld();
      replaceAfterSwitch(world);
      const pause = crashing(moments);
      world.pauseWith(pause);
      const approve = deciding(world, "APPROVE");
      await runToEnd(world, (id) => survive(() => approve(id)).catch(ifDecided));
      world.pauseWith(noPause);
      crashed = pause.crashed();
      expect([moments, world.deployments.promoted]).toEqual([moments, ["dpl_old", "dpl_new"]]);
      const { outcome, error, directives } = await runOf(world);
      expect(outcome).toBe("failed");
      expect(error?.message).toBe("Production does not show the earlier deployment.");
      expect(directives.map(({ state }) => /^(succeeded|reconciled)$/.test(state))).toEqual([true, true]);
      expect(verified(world).verdict).toBe("VALID");
    }
    expect(moments).toBeGreaterThan(60);
  });
});

/** Once the earlier deployment is live and that is recorded, another deployment goes live. */
function replaceAfterSwitch({ deployments, ledger }: World): void {
  const { currentProduction, promoted } = deployments;
  deployments.currentProduction = async (project) => {
    const run = await ledger.load<Run>(runRef(RUN.tenant, RUN.execution_id));
    const switched = run?.records.some(
      ({ step, undo, state }) => step === "switch" && !undo && state === "succeeded",
    );
    return switched && promoted.at(-1) === "dpl_old"
      ? { id: "dpl_other", url: "https://other.test" }
      : currentProduction(project);
  };
}

describe("a run with two gates at the same time whose process dies", () => {
  it("at any moment still asks for both decisions once, and has the effect once", async () => {
    let moments = 0;
    for (let crashed = true; crashed; moments++) {
      const world = await strictWorld(parallel([gate("a")], [promote("b")]));
      const pause = crashing(moments);
      world.pauseWith(pause);
      const approve = decidingBy(world, () => "APPROVE");
      const { status } = await runToEnd(world, (id) => survive(() => approve(id)).catch(ifDecided));
      world.pauseWith(noPause);
      crashed = pause.crashed();
      expect([moments, status, world.deployments.promoted]).toEqual([moments, "SUCCEEDED", ["dpl_b"]]);
      const signals = await world.ledger.signals(runRef(RUN.tenant, RUN.execution_id), 0, 500);
      const types = signals.map(({ type }) => type);
      expect(types.filter((type) => type === "gantry.decision.recorded")).toHaveLength(2);
      expect(types.filter((type) => type === "gantry.gate.opened")).toHaveLength(2);
      expect(verified(world).verdict).toBe("VALID");
    }
    expect(moments).toBeGreaterThan(50);
  });
});

/** The decision was made before its process died. */
function ifDecided(error: { readonly code?: string }): void {
  if (error.code !== "AlreadyDecided") throw error;
}
