import { describe, expect, it } from "@jest/globals";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { planWords } from "#local/brain/blueprints/plan-words.ts";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { valuesOf } from "#local/brain/recognise/settings.ts";
import { consult } from "#local/brain/roles/consultant.ts";

/** Names that are the same in another language. */
const SHARED = new Set(["Score"]);

describe("what a plan says of a tool", () => {
  it.each(BLUEPRINTS.filter(({ texts }) => texts).map((each) => [each.kind, each] as const))(
    "%s is in each language of its page",
    (_, blueprint) => {
      const { spoken, summary, features } = blueprint;
      const promises = blueprint.acceptance(() => true, "Title", valuesOf(blueprint, new Map()));
      const asked = features.flatMap(({ title, ask }) => [title, ...(ask ? [ask] : [])]);
      const said = [spoken, summary, ...asked, ...promises.map(({ name }) => name)];
      for (const locale of LOCALES.filter((each) => each !== "en"))
        expect(said.filter((text) => planWords(text, locale) === text && !SHARED.has(text))).toEqual([]);
    },
  );

  it.each([
    ["ein Zähler", "Hier ist der Plan: ein Zähler. Dabei sind: Speichern im Browser, dunkler Modus,"],
    ["un jeu de morpion", "Voici le plan : un jeu de morpion, avec : ordinateur comme adversaire,"],
    ["una ruleta", "Este es el plan: una ruleta. Incluye: quitar lo elegido,"],
  ])("%s is planned in the language of the request", (request, opening) => {
    expect(consult({ messages: [request] }).speech).toContain(opening);
  });

  it("answers its questions in that language", () => {
    const { proposal, question } = consult({ messages: ["ein Zähler"] });
    expect(question).toBe("Soll ich das bauen, oder soll noch etwas dazu: mehrere Zähler oder Ziel?");
    expect(proposal?.questions[0]).toEqual({
      id: "several",
      question: "Sollen es mehrere Zähler sein?",
      options: ["Ja", "Nein"],
      default: "Nein",
    });
    const answers = { several: "Ja", goal: "Nein" };
    const { proposal: answered } = consult({ messages: ["ein Zähler"], answers });
    const included = answered?.features.filter((feature) => feature.included).map(({ id }) => id);
    expect(included).toContain("several");
    expect(included).not.toContain("goal");
  });
});

describe("a feature of a tool", () => {
  it.each([
    ["ein Zähler ohne dunklen Modus", "dark_mode", false],
    ["ein Zähler mit mehreren Zählern", "several", true],
    ["un jeu de morpion sans score", "score", false],
    ["ein Taschenrechner ohne Kopieren", "copy", false],
    ["Einheitenrechner ohne Tabelle", "all_units", false],
    ["una ruleta con lista de resultados", "results", true],
  ])("is read in %s", (request, id, included) => {
    const { proposal } = consult({ messages: [request] });
    expect(proposal?.features.find((feature) => feature.id === id)?.included).toBe(included);
  });
});

describe("a tool", () => {
  it.each([
    ["des fiches de révision", "flashcards"],
    ["Karteikarten zum Vokabeln lernen", "flashcards"],
    ["une roue des prénoms", "picker-wheel"],
    ["Ich möchte Drei gewinnt spielen", "tic-tac-toe"],
    ["je veux jouer au morpion", "tic-tac-toe"],
    ["quiero jugar al tres en raya", "tic-tac-toe"],
    ["je veux jouer à 2048", "game-2048"],
    ["ich will Snake spielen", "snake"],
    ["Ich will Einheiten umrechnen", "unit-converter"],
    ["je veux convertir des unités", "unit-converter"],
    ["quiero convertir unidades", "unit-converter"],
  ])("is found in '%s'", (request, kind) => {
    expect(consult({ messages: [request] }).proposal?.kind).toBe(kind);
  });
});
