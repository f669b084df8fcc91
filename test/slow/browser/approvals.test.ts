import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

const ID = "execution.r_01m4q3xk90000000000000000.1";
const GATE = {
  gate_id: ID,
  name: "release",
  title: "Release <b>Plants</b>",
  state: "open",
  epoch: 1,
  execution_id: "r_01m4q3xk90000000000000000",
  conversation_id: null,
  approvers: ["owner"],
  may_decide: true,
  justification: "required",
  devices: "allowed",
  overridable: false,
  snapshot_sha256: "a".repeat(64),
  policy: { id: "default", version: "1", sha256: "b".repeat(64) },
  opened_at: "2026-11-21T10:00:00.000Z",
  escalates_at: null,
  expires_at: "2026-12-21T10:00:00.000Z",
  closed_at: null,
  reason: null,
  decision: null,
};
const REPLIES = {
  ...NOTHING_YET,
  "/gantry/gates": { gates: [GATE], next_cursor: null },
  [`/gantry/gates/${ID}`]: { ...GATE, snapshot: '{"about":{"app":"<img src=x onerror=alert(1)>"}}' },
  "/gantry/decisions": {},
};

let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ home, close } = await openClient(() => REPLIES, "/approvals"));
  await home.page.getByRole("heading", { name: GATE.title }).waitFor();
});
afterAll(() => close?.());

it("shows what is decided on, as text, and the effect of yes and of no", async () => {
  const snapshot = home.page.locator('[data-part="snapshot"]');
  await snapshot.waitFor();
  expect(await snapshot.textContent()).toContain('"app": "<img src=x onerror=alert(1)>"');
  await home.page.getByText("The work goes on, exactly with this snapshot.").waitFor();
  await home.page
    .getByText("The work ends as rejected, and nothing that follows this gate happens.")
    .waitFor();
});

it("says how many decisions wait", async () => {
  expect(await home.page.locator('[data-part="gate-news"]').textContent()).toBe(
    "Approvals: 1 waiting for you",
  );
});

it("sends the reason with the decision, bound to what was shown", async () => {
  await home.page.getByLabel("Reason").fill("The notes are complete.");
  const request = home.page.waitForRequest((each) => each.url().endsWith("/gantry/decisions"));
  await home.page.getByRole("button", { name: "Approve" }).click();
  expect(JSON.parse((await request).postData() ?? "{}")).toEqual({
    gate_id: ID,
    type: "APPROVE",
    snapshot_sha256: GATE.snapshot_sha256,
    epoch: 1,
    justification: "The notes are complete.",
  });
});

it("fits into 320 px", async () => {
  await home.page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(home.page)).toBeLessThanOrEqual(0);
  expect([...home.errors]).toEqual([]);
});
