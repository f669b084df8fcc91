import { expect, it } from "@jest/globals";
import type { Mission } from "#sdk/typescript/api.ts";
import { newsOf, standingsOf } from "#web/missions/news-of.ts";

const START = Date.parse("2026-11-21T10:00:00.000Z");
const mission = (mission_id: string, status: Mission["status"], created_at = "2026-11-21T09:00:00.000Z") =>
  ({ mission_id, status, created_at }) as Mission;

const idsOf = (before: readonly Mission[], now: readonly Mission[]) =>
  newsOf(now, standingsOf(before), START).map(({ mission_id }) => mission_id);

it.each([
  ["one that has ended", "BUILDING", "DEPLOYED", true],
  ["one that has failed", "BUILDING", "FAILED", true],
  ["one that waits for a person", "BUILDING", "AWAITING_APPROVAL", true],
  ["none that only goes on", "BUILDING", "REVIEWING", false],
  ["none that had ended before", "DEPLOYED", "DEPLOYED", false],
  ["none that goes on after a wait", "AWAITING_APPROVAL", "DEPLOYING", false],
] as const)("tells of %s", (_, was, is, told) => {
  expect(idsOf([mission("m", was)], [mission("m", is)])).toEqual(told ? ["m"] : []);
});

it("tells of one that began and ended between two looks, and of no older one that moved into the list", () => {
  const quick = mission("quick", "DEPLOYED", "2026-11-21T10:00:01.000Z");
  const old = mission("old", "FAILED");
  expect(idsOf([], [quick, old])).toEqual(["quick"]);
});
