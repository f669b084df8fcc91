import { describe, expect, it } from "@jest/globals";
import type { AcceptanceReport } from "#core/factory/acceptance-report.ts";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import { verifyPreview } from "#core/factory/steps/verify.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { OWNER, PASSED } from "#test/support/memory-world.ts";
import { MANIFEST, MISSION, PLAN } from "#test/support/samples.ts";
import { missionWorld, runUntil } from "./mission-run.ts";

const NAMES = ["adds", "sorts", "keeps"];

/** A mission before its verification, with a browser that fails what `failing` names for each try. */
async function verified(...failing: (readonly string[])[]) {
  const press = { do: "press" as const, key: "n" };
  const acceptance = NAMES.map((name) => ({ name, steps: [press, { do: "see" as const, text: name }] }));
  const world = await missionWorld(
    { models: { architect: () => ({ ...MANIFEST, acceptance }) } },
    { ...PLAN, acceptance: NAMES },
  );
  await runUntil(world, "verify");
  const asked: string[][] = [];
  Object.assign(world.browser, {
    run: async ({ acceptances }: { acceptances: readonly { name: string }[] }): Promise<AcceptanceReport> => {
      const failed = failing[asked.length] ?? [];
      asked.push(acceptances.map(({ name }) => name));
      const results = acceptances.map(({ name }) =>
        failed.includes(name)
          ? { name, passed: false, reason: `${name} fails ${asked.length}` }
          : { name, passed: true },
      );
      return {
        ...PASSED,
        results,
        passed: results.every(({ passed }) => passed),
        page_errors: [`error ${asked.length}`],
      };
    },
  });
  const answer = await verifyPreview(world, { ...MISSION, attempt: 1 });
  return { asked, answer };
}

describe("the acceptance test of a mission", () => {
  it("repeats only the failed promises, and passes once each has passed", async () => {
    const { asked, answer } = await verified(["adds", "keeps"], ["keeps"]);
    expect(asked).toEqual([NAMES, ["adds", "keeps"], ["keeps"]]);
    expect(answer).toMatchObject({ passed: true, reason: "All 3 acceptance checks passed." });
  });

  it("fails with the promises that failed every time, and with every error of the page", async () => {
    const { asked, answer } = await verified(["adds", "sorts"], ["sorts"], ["sorts"]);
    expect(asked).toEqual([NAMES, ["adds", "sorts"], ["sorts"]]);
    expect(answer).toMatchObject({ passed: false, reason: "sorts: sorts fails 3 error 1 error 2 error 3" });
  });

  it("stops when a person cancels the mission, and shows at once that it is stopping", async () => {
    const world = await missionWorld({});
    await runUntil(world, "verify");
    const seen: boolean[] = [];
    Object.assign(world.browser, {
      run: async ({ cancelled }: { cancelled: () => Promise<boolean> }): Promise<AcceptanceReport> => {
        seen.push(await cancelled());
        const mission = await cancelMission(world, OWNER, MISSION.mission_id);
        seen.push(await cancelled());
        expect(mission.cancel_requested_at).toEqual(expect.any(String));
        expect(speechOf(mission)).toMatch(/ is stopping\.$/);
        throw new GantryError("Cancelled", "The mission was cancelled.");
      },
    });
    await expect(verifyPreview(world, { ...MISSION, attempt: 1 })).rejects.toMatchObject({
      code: "Cancelled",
    });
    expect(seen).toEqual([false, true]);
  });

  it("records the page's texts even when they are not valid Unicode", async () => {
    const world = await missionWorld({});
    await runUntil(world, "verify");
    Object.assign(world.browser, {
      run: async (): Promise<AcceptanceReport> => ({
        ...PASSED,
        passed: false,
        results: [{ name: "opens", passed: false, reason: "saw \ud83d" }],
        page_errors: ["error \ud83d", "\ud83d\ude80".repeat(1200)],
      }),
    });
    const { reason } = await verifyPreview(world, { ...MISSION, attempt: 1 });
    expect(reason).toMatch(/^opens: saw \ufffd error \ufffd /);
    expect(reason.isWellFormed()).toBe(true);
  });
});
