import { describe, expect, it } from "@jest/globals";
import { briefSpeech } from "#core/factory/conversation/brief-speech.ts";
import { SPEECH_CHARACTERS } from "#core/factory/spoken.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";
import { PLAN } from "#test/support/samples.ts";

const plan = { ...PLAN, hash: "0".repeat(64) };
const LONG = "Here is one part of the plan. ".repeat(20);

describe("a brief speech", () => {
  it("is the whole speech if it fits", () => {
    const speech = "A todo app. Shall I build it?";
    expect(briefSpeech({ speech, plan, state: "awaiting_confirmation" })).toBe(speech);
  });

  it.each(["en", "de", "fr", "es"] as const)(
    "of a plan that is too long says so in %s, in at most 300 characters",
    (locale) => {
      const long = { ...plan, specification: { ...PLANTS, locale } };
      const said = briefSpeech({ speech: LONG, plan: long, state: "awaiting_confirmation" });
      expect(said.length).toBeLessThanOrEqual(SPEECH_CHARACTERS);
      const [more] = { en: ["read it"], de: ["lesen"], fr: ["lisez"], es: ["léalo"] }[locale];
      expect(said).toMatch(new RegExp(`^Here is one part of the plan\\. .*${more}.*\\.$`));
    },
  );

  it.each([
    [null, "open"],
    [plan, "confirmed"],
  ] as const)("has nothing to read without a plan that waits", (none, state) => {
    expect(briefSpeech({ speech: LONG, plan: none, state })).not.toContain("read it");
  });
});
