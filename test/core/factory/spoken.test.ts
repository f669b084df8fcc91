import { describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import { FINAL_PHASES, WORKING_PHASES } from "#core/factory/mission/phase.ts";
import { speak } from "#core/factory/mission/speech.ts";
import { SPEECH_CHARACTERS, spoken } from "#core/factory/spoken.ts";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
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

  it("describes every phase and error, without an error's internal message", async () => {
    const world = await missionWorld();
    const mission = await findMission(world, OWNER, "m_1");
    const message =
      "npm ERR! /var/task/src/app.ts:3:5 exited with 1 (SQLITE_BUSY) at https://internal.example";
    const plan = { ...mission.plan, title: "T".repeat(120) };
    for (const phase of [...WORKING_PHASES, ...FINAL_PHASES])
      for (const code of Object.keys(ERRORS) as ErrorCode[]) {
        const said = speak({ ...mission, plan, phase, url: "https://app.example", error: { code, message } });
        expect(said).toMatch(/^[A-Z].+\.$/);
        expect(said.length).toBeLessThanOrEqual(SPEECH_CHARACTERS);
        expect(said).not.toMatch(/npm|\/var|SQLITE|internal\.example/);
      }
  });
});
