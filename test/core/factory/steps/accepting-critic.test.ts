import { describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import { deployPreview, promote } from "#core/factory/steps/deploy.ts";
import { publishPullRequest } from "#core/factory/steps/publish.ts";
import { reviewApp } from "#core/factory/steps/review.ts";
import { OWNER } from "#test/support/memory-world.ts";
import { MISSION, redResult } from "#test/support/samples.ts";
import { inspected, missionWorld, runUntil } from "./mission-run.ts";

const ATTEMPT = { ...MISSION, attempt: 1 };

describe("a critic that accepts everything", () => {
  it.each([
    ["previewed", deployPreview],
    ["promoted", promote],
    ["published", publishPullRequest],
  ])("does not get an app %s that failed its audit", async (_, step) => {
    const world = await missionWorld();
    await runUntil(world, "inspect");
    await inspected(world, redResult(1, "AssertionError: heading"));
    expect(await reviewApp(world, ATTEMPT)).toMatchObject({ verdict: "accept" });
    await expect(step(world, ATTEMPT)).rejects.toThrow();
    const mission = await findMission(world, OWNER, "m_1");
    expect(mission).toMatchObject({ deployment: null, url: null, pr_url: null });
  });
});
