import { describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { FINAL_PHASES, WORKING_PHASES } from "#core/factory/mission/phase.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { SPEECH_CHARACTERS, spoken } from "#core/factory/spoken.ts";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { missionWorld } from "#test/core/factory/steps/mission-run.ts";
import { OWNER } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";

describe("the spoken status of a mission", () => {
  it("is one line of at most 300 well-formed characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 900 }), (text) => {
        const line = spoken(text);
        expect(line.length).toBeLessThanOrEqual(SPEECH_CHARACTERS);
        expect(line).not.toMatch(/\n/);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });

  it("keeps what fits, whole sentences before partial ones", () => {
    expect(spoken("  Shall I\n build it? ")).toBe("Shall I build it?");
    const sentence = `${"word ".repeat(30)}end.`;
    expect(spoken(`${sentence} ${sentence} ${sentence}`)).toBe(sentence);
    expect(spoken("word ".repeat(100))).toMatch(/^(word )+word…$/);
    expect(spoken("x".repeat(400))).toBe(`${"x".repeat(299)}…`);
    expect(spoken("😀".repeat(200))).toMatch(/^😀+…$/u);
  });

  it.each(LOCALES)(
    "describes every phase and error in %s, without an error's internal message",
    async (locale) => {
      const mission = await anyMission();
      const message =
        "npm ERR! /var/task/src/app.ts:3:5 exited with 1 (SQLITE_BUSY) at https://internal.example";
      const plan = { ...mission.plan, title: "T".repeat(120), specification: { ...PLANTS, locale } };
      for (const phase of [...WORKING_PHASES, ...FINAL_PHASES])
        for (const code of Object.keys(ERRORS) as ErrorCode[]) {
          const said = speechOf({
            ...mission,
            plan,
            phase,
            url: "https://app.example",
            error: { code, message },
          });
          expect(said).toMatch(/^[A-Z].+\.$/);
          expect(said.length).toBeLessThanOrEqual(SPEECH_CHARACTERS);
          expect(said).not.toMatch(/npm|\/var|SQLITE|internal\.example/);
        }
    },
  );

  it("is in the language of the plan, and in English for a plan without a specification", async () => {
    const mission = { ...(await anyMission()), phase: "CANCELLED" as const };
    const { specification: _, ...plain } = mission.plan;
    const planned = (locale: Locale) => ({ ...plain, title: "Yoga", specification: { ...PLANTS, locale } });
    expect(LOCALES.map((locale) => speechOf({ ...mission, plan: planned(locale) }))).toEqual([
      "Yoga was cancelled.",
      "Yoga wurde abgebrochen.",
      "Yoga a été annulé.",
      "Yoga fue cancelado.",
    ]);
    expect(speechOf({ ...mission, plan: { ...plain, title: "Yoga" } })).toBe("Yoga was cancelled.");
  });

  it("adds to a good end that the pull request is open and which pages are left out, without the reason", async () => {
    const mission = await anyMission();
    const ended = { ...mission, url: "https://a.example", pr_url: "https://b.example", left_out: "Map: why" };
    const { title } = mission.plan;
    expect(speechOf({ ...ended, phase: "DEPLOYED" })).toBe(
      `${title} is live at https://a.example. The pull request is open. Without the model's pages: Map.`,
    );
    expect(
      speechOf({
        ...ended,
        phase: "SUCCEEDED",
        restored: { release: 2, deployment: "d_1", url: "https://a.example" },
      }),
    ).toBe(`${title} is built, but did not show at its live address. Release 2 is live again.`);
  });
});

async function anyMission(): Promise<Mission> {
  return findMission(await missionWorld(), OWNER, "m_1");
}
