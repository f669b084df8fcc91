import { describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { publishPullRequest } from "#core/factory/steps/publish.ts";
import { Crash, noPause } from "#test/support/memory-pause.ts";
import { OWNER } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { missionWorld, runUntil } from "./mission-run.ts";

describe("a pull request", () => {
  it("is opened once with the same text, whatever is recorded while its step dies", async () => {
    const world = await missionWorld();
    await runUntil(world, "publish");
    let dispatched = false;
    world.pauseWith({
      around: async (name, act) => {
        if (name === "repositories.publish") throw new Crash("died before the effect");
        if (name === "store.transact" && !dispatched) {
          dispatched = true;
          await world.ledger.append(missions, missionRef(MISSION.tenant, MISSION.mission_id), () => ({
            drafts: [missionSignal("gantry.mission.hidden", {})],
          }));
        }
        return await act();
      },
    });
    await expect(publishPullRequest(world, MISSION)).rejects.toThrow(Crash);
    world.pauseWith(noPause);
    await publishPullRequest(world, MISSION);
    expect(world.repositories.opened.size).toBe(1);
    const { pr_url, directives } = await findMission(world, OWNER, MISSION.mission_id);
    expect(pr_url).toEqual(expect.any(String));
    expect(directives?.at(-1)).toMatchObject({ tool: "repo.pull_request.open", state: "reconciled" });
  });
});
