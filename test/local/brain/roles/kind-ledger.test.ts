import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

const ledgerOf = (message: string) =>
  (consult({ messages: [message] }).proposal?.ledger ?? []).map(({ words, outcome, by }) => [
    words,
    outcome,
    ...(outcome === "met" ? [by] : []),
  ]);

describe("the ledger of a small tool", () => {
  it("refuses a team that would draw together", () => {
    expect(ledgerOf("a whiteboard for my team")).toEqual([
      ["whiteboard", "met_by_kind"],
      ["team", "refused"],
    ]);
    expect(ledgerOf("a drawing pad for several users")).toContainEqual(["several users", "refused"]);
    expect(ledgerOf("a timer for my team")).toContainEqual(["team", "context"]);
  });

  it("names the settings that a stated length sets", () => {
    const ledger = ledgerOf("a pomodoro timer 50 minutes work 10 minutes break");
    expect(ledger).toContainEqual(["50 minutes", "met", "settings.focus"]);
    expect(ledger).toContainEqual(["10 minutes", "met", "settings.short_break"]);
    expect(ledgerOf("Eieruhr 7 Minuten")).toContainEqual(["7 Minuten", "met", "settings.seconds"]);
  });
});
