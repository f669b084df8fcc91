import { describe, expect, it } from "@jest/globals";
import * as replies from "#cli/service/replies.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { signalSchema } from "#core/kernel/ledger/signal.ts";
import { turnReply } from "#core/web/replies/consultation.ts";
import { cleared, mission, searchResult } from "#core/web/replies/mission.ts";
import { newSession, ticket } from "#core/web/replies/session.ts";
import { missionReply } from "#lambdas/api/mission-reply.ts";
import { missionWorld } from "#test/core/factory/steps/mission-run.ts";
import { OWNER } from "#test/support/memory-world.ts";

type Shape = Readonly<Record<string, unknown>>;
const signal = replies.eventsReply.shape.events.element;

/** Members that the command reads in another way than the API writes them, for services of other versions. */
const LENIENT = [
  "cancel_requested_at",
  "estimate",
  "left_out",
  "notices",
  "usage",
  "expires_at",
  "code",
  "missions",
  "searched",
];

describe("the command's schema of a reply", () => {
  it.each<[string, { shape: Shape }, { shape: Shape }]>([
    ["a mission", replies.missionReply, mission],
    ["the newest mission", replies.latestReply, mission],
    ["a search", replies.searchReply, searchResult],
    ["a consultation", replies.consultReply, turnReply],
    ["a signal", signal, signalSchema],
    ["a cleared list", replies.clearReply, cleared],
    ["a session", replies.authReply, newSession],
    ["a ticket", replies.ticketReply, ticket],
  ])("equals the API's schema: %s", (_, read, written) => {
    for (const [name, schema] of Object.entries(read.shape))
      if (!LENIENT.includes(name)) expect([name, schema === written.shape[name]]).toEqual([name, true]);
      else expect(written.shape).toHaveProperty(name);
  });

  it("keeps unknown members of a mission", async () => {
    const body = { ...missionReply(await findMission(await missionWorld(), OWNER, "m_1")), colour: "red" };
    expect(replies.missionReply.parse(body)).toEqual(body);
  });

  it("accepts signals and error codes of a newer service", () => {
    const said = { type: "gantry.mission.sang", time: "2026-11-21T00:00:00.000Z", sequence: "000000000001" };
    const newer = {
      ...said,
      source: "/t/tn_1/execution/m_1",
      tenantid: "tn_1",
      data: { song: 1 },
      more: true,
    };
    expect(signal.parse(newer)).toEqual(newer);
  });
});
