import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { log, shown } from "#test/cli/missions.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { MISSION } from "#test/support/evidence.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** What a mission that goes on says of its waiting, over an API with fixed replies. */

const begun = shown(log().slice(0, 1));
const queued = (mission_id: string) => ({ mission_id, title: null, status: null, created_at: null });
const span = (phase: string, seconds: number) => ({
  phase,
  attempt: 1,
  started_at: "2026-11-21T10:00:00.000Z",
  ended_at: new Date(Date.UTC(2026, 10, 21, 10, 0, seconds)).toISOString(),
});
const earlier = [2, 4, 9].map((seconds) => ({
  ...shown(),
  phases: [span("QUEUED", seconds), span("BUILDING", 60)],
}));

let status = "QUEUED";
let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  const replies = () => ({
    ...NOTHING_YET,
    [`/gantry/status/${MISSION}`]: { ...begun, status },
    [`/gantry/missions/${MISSION}/events`]: { mission_id: MISSION, status, events: [] },
    "/gantry/missions": { missions: earlier, next_cursor: null },
    "/gantry/queue": {
      slots: 3,
      running: [1, 2, 3].map((n) => queued(`m_${n}`)),
      waiting: [queued("m_4"), queued(MISSION)],
    },
  });
  ({ home, close } = await openClient(replies, `/missions/${MISSION}`));
});
afterAll(() => close?.());

it("is its place in the queue, and how long that usually takes", async () => {
  await home.page.getByText("Number 2 of 2 in the queue; 3 missions hold a builder slot, of 3.").waitFor();
  await home.page.getByText("This phase usually takes 4.0 s (median of 3 earlier ones).").waitFor();
});

it("is how long its phase usually takes once it has begun, and nothing where no mission was there yet", async () => {
  status = "BUILDING";
  await home.page.reload();
  await home.page.getByText("This phase usually takes 1 min 00 s (median of 3 earlier ones).").waitFor();
  expect(await home.page.getByText("in the queue").count()).toBe(0);
  status = "HEALING";
  await home.page.reload();
  await home.page.getByText("A failure was found and is being repaired.").waitFor();
  expect(await home.page.getByText("usually takes").count()).toBe(0);
});
