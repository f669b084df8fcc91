import { describe, expect, it } from "@jest/globals";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { planFor } from "#test/local/brain/plan-for.ts";
import { performAll } from "#test/slow/generate/perform-all.ts";

describe("a small tool with stated content", () => {
  it.each([
    "a red counter that starts at 10 and steps by 5",
    "a counter from 0 to 2 with a goal, dark mode only",
    "a picker wheel with Anna, Ben and Cleo in gold",
    "eine Weltuhr mit Tokio und Berlin im Stil von Spotify",
    "a pomodoro timer with 3 rounds and presets of 2 and 4 minutes",
    "2048 on a 5x5 board",
    "2048 on a 3x3 board in green",
    "French vocabulary flashcards",
    "convert miles to kilometers",
    "Tassen in Liter umrechnen",
    "a drawing pad that loads saved drawings",
  ])("keeps all that is promised of it in a browser: %s", async (request) => {
    const { proposal } = consult({ messages: [request] });
    if (!proposal) throw new TypeError("no plan");
    const blueprint = findBlueprint(proposal.kind);
    if (!blueprint) throw new TypeError("no blueprint");
    const { title, summary, features } = proposal;
    const { files, acceptance } = draft({
      plan: planFor(blueprint, [], { title, summary, features, request: [request] }),
    });
    const report = await performAll(files, acceptance);
    expect(acceptance.map(({ name }) => name)).toEqual(proposal.acceptance);
    expect(report.results.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.page_errors).toEqual([]);
  });
});
