import { describe, expect, it } from "@jest/globals";
import { commission } from "#core/factory/conversation/commission.ts";
import { findMission, listMissions } from "#core/factory/mission/find.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";

const WISH = { voice_memo: "A task manager", deploy: false, publish: true };
const worldOf = (proposal: unknown) =>
  memoryWorld({ models: { consultant: () => ({ proposal, speech: "So be it.", question: null }) } });

describe("a commission", () => {
  it("starts a mission with the plan that the words led to", async () => {
    const world = worldOf(PROPOSAL);
    const { mission_id, conversation_id, speech } = await commission(world, OWNER, WISH);
    expect(speech).toBe(`Confirmed. Building ${PROPOSAL.title} now.`);
    expect(await findMission(world, OWNER, mission_id as string)).toMatchObject({
      conversation_id,
      requester: OWNER.principal,
      plan: { deploy: false, publish: true, request: ["A task manager"] },
    });
  });

  it("starts none without a plan, and returns the consultant's reply", async () => {
    const world = worldOf(null);
    await expect(commission(world, OWNER, WISH)).rejects.toMatchObject({
      code: "UnsupportedRequest",
      message: "So be it.",
      field: "voice_memo",
      detail: { conversation_id: expect.any(String) },
    });
    expect((await listMissions(world, OWNER, { limit: 10 })).entries).toEqual([]);
  });
});
