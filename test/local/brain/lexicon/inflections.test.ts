import { describe, expect, it } from "@jest/globals";
import { fieldWordOf, nounOf } from "#local/brain/lexicon/lexicon.ts";

describe("the forms of words", () => {
  it("contain the German dative plural, after the words that are shown", () => {
    expect(nounOf("member")?.words.de.slice(0, 4)).toEqual([
      "Mitglied",
      "Mitglieder",
      "Mitglied",
      "Mitgliedern",
    ]);
    expect(nounOf("plant")?.words.de.slice(0, 2)).toEqual(["Pflanze", "Pflanzen"]);
  });

  it("contain the plural of German and Spanish details", () => {
    expect(fieldWordOf("rating")?.words.de[0]).toBe("Bewertung");
    expect(fieldWordOf("description")?.words.de).toContain("Beschreibungen");
    expect(fieldWordOf("rsvp")?.words.es).toContain("Confirmaciones");
  });

  it("leave out forms that the comparison of words equates anyway", () => {
    expect(nounOf("plant")?.words.en.slice(0, 4)).toEqual(["plant", "plants", "houseplant", "houseplants"]);
    expect(nounOf("water_intake")?.words.en.slice(0, 2)).toEqual(["glass of water", "glasses of water"]);
  });
});
