import { expect, it } from "@jest/globals";
import { pullRequestBody } from "#core/factory/mission/pull-request.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { buildResult, createMission, MISSION } from "#test/support/samples.ts";

/** The text of the pull request of a mission, with this about pages that are missing. */
async function body(left_out?: string): Promise<string> {
  const world = memoryWorld();
  await createMission(world);
  const { state } = await openMission(world, MISSION);
  const mission = left_out === undefined ? state : { ...state, left_out };
  return pullRequestBody(mission, buildResult(), { size: 9, root: "0".repeat(64) });
}

it("a pull request states which pages are missing and why, as text", async () => {
  expect(await body("Map: it has a <script>.")).toContain("### Left out\nMap: it has a &#60;script&#62;.\n");
});

it("a pull request of a complete app states nothing about missing pages", async () => {
  expect(await body()).not.toContain("Left out");
});
