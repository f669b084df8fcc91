import { describe, expect, it } from "@jest/globals";
import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { spokenPlan } from "#core/factory/plan/spoken-plan.ts";
import { SPEECH_CHARACTERS } from "#core/factory/spoken.ts";

const LONG = `Here is the plan. Not possible:\n${"a payment, ".repeat(60)}a chat.`;
const entry = (outcome: LedgerEntry["outcome"]): LedgerEntry => ({
  words: "chat",
  message: 0,
  outcome,
  by: outcome === "refused" ? "That needs a server." : null,
});

describe("what is read aloud of a plan", () => {
  it("is one line with every word if something is refused", () => {
    expect(spokenPlan(LONG, { ledger: [entry("met"), entry("refused")] })).toBe(LONG.replace("\n", " "));
  });

  it.each([[null], [{}], [{ ledger: [entry("context")] }]])("is short otherwise: %j", (plan) => {
    const said = spokenPlan(LONG, plan);
    expect(said.length).toBeLessThanOrEqual(SPEECH_CHARACTERS);
  });
});
