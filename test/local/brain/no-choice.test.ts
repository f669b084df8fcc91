import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

describe("a choice where nothing was asked", () => {
  it.each([
    ["a recipe book", "both", "There is nothing to choose from; the plan stays as it is."],
    ["a recipe book", "neither", "There is nothing to choose from; the plan stays as it is."],
    ["Rezeptbuch", "die erste", "Es gibt nichts auszuwählen; der Plan bleibt, wie er ist."],
    ["livre de recettes", "la deuxième", "Il n'y a rien à choisir ; le plan reste tel quel."],
    ["recetario", "ninguna", "No hay nada que elegir; el plan queda como está."],
  ])("beside the plan of %j: %j leaves it as it is", (request, choice, speech) => {
    const previous = consult({ messages: [request] }).proposal;
    expect(previous?.questions).toEqual([]);
    const answer = consult({ messages: [request, choice], previous });
    expect(answer).toMatchObject({ proposal: null, aside: true, speech });
  });
});
