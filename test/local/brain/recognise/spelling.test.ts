import { describe, expect, it } from "@jest/globals";
import { spellingsIn } from "#local/brain/recognise/words.ts";
import { consult } from "#local/brain/roles/consultant.ts";

describe("a refused wish", () => {
  it.each([
    ["une minuterie avec météo", "météo"],
    ["ein Zähler mit Übersetzung ins Dänische", "übersetzung ins dänische"],
    ["una calculadora con canción", "canción"],
  ])("is quoted as the person spelled it: %s", (message, words) => {
    const { proposal, speech } = consult({ messages: [message] });
    const ledger = proposal?.ledger?.map((entry) => entry.words).join(" ") ?? "";
    expect(`${speech} ${ledger}`.toLowerCase()).toContain(words.split(" ")[0]);
  });

  it("is found by its form without accents and capitals", () => {
    expect(spellingsIn("Mélange, Ça!").get("melange")).toBe("mélange");
    expect(spellingsIn("Mélange, Ça!").get("ca")).toBe("ça");
  });
});

describe("a picker wheel", () => {
  it.each([
    ["une roue des prénoms avec mélange", "shuffle"],
    ["ein Glücksrad mit Mischen", "shuffle"],
    ["una ruleta de nombres para barajar", "shuffle"],
    ["une roue de la fortune avec historique", "results"],
    ["ein Glücksrad mit Verlauf", "results"],
  ])("has its features by their names in four languages: %s", (message, id) => {
    const { proposal } = consult({ messages: [message] });
    expect(proposal?.kind).toBe("picker-wheel");
    expect(proposal?.features.find((feature) => feature.id === id)).toMatchObject({ included: true });
  });
});
