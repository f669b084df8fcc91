import { describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import { missions } from "#core/factory/mission/missions.ts";
import { deployPreview } from "#core/factory/steps/deploy.ts";
import { OWNER } from "#test/support/memory-world.ts";
import { buildResult, MISSION } from "#test/support/samples.ts";
import { inspected, missionWorld, runUntil } from "./mission-run.ts";

describe("a preview", () => {
  it("is verified again when a repair leads back to an output that was deployed before", async () => {
    const world = await missionWorld();
    await runUntil(world, "verify");
    const first = await findMission(world, OWNER, "m_1");
    await world.ledger.append(
      missions,
      { tenant: MISSION.tenant, kind: "execution", id: MISSION.mission_id },
      () => ({
        drafts: [
          {
            type: "gantry.deployment.previewed",
            data: { deployment: "dpl_other", url: "http://other", output_sha256: "f".repeat(64) },
            actor: { kind: "system", id: "factory" },
          },
        ],
      }),
    );
    const again = { ...buildResult(), attempt: 2 };
    await inspected(world, again);
    await deployPreview(world, { ...MISSION, attempt: 2 });
    expect((await findMission(world, OWNER, "m_1")).deployment).toBe(first.deployment);
  });
});
