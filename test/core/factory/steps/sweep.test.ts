import { describe, expect, it } from "@jest/globals";
import { sweepBuilders } from "#core/factory/steps/sweep.ts";
import { memoryWorld, POLICY } from "#test/support/memory-world.ts";

describe("the sweeper", () => {
  it("stops builders that exceed the maximum age, and leaves the others", async () => {
    const world = memoryWorld();
    const limit = POLICY.missions.builder_seconds * 1000;
    world.builders.created.set("young", world.clock.now() - limit);
    world.builders.created.set("old", world.clock.now() - limit - 1);
    expect(await sweepBuilders(world)).toEqual({ stopped: 1 });
    expect(world.builders.stopped).toEqual(["old"]);
  });

  it("leaves every builder the time to wait and to build", () => {
    const { builder_seconds, prepared_seconds, build_task_seconds } = POLICY.missions;
    expect(builder_seconds).toBe(600);
    expect(builder_seconds).toBeGreaterThanOrEqual(prepared_seconds + build_task_seconds);
  });
});
