import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

const LIGHT = { accent: "#c2410c", background: "#f7f3ea", scheme: "light" } as const;
const DARK = { accent: "#38bdf8", background: null, scheme: "dark" } as const;

const lookOf = (message: string, colors: typeof LIGHT | typeof DARK) =>
  consult({ messages: [message], design_image: { colors } }).proposal?.specification?.look;

describe("a design image without a model", () => {
  it.each(["A plant watering tracker", "A landing page for a bakery"])(
    "gives its colours to: %s",
    (message) => {
      expect(lookOf(message, LIGHT)).toMatchObject({ accent: "#c2410c", background: "#f7f3ea" });
      expect(lookOf(message, DARK)).toMatchObject({ accent: "#38bdf8", scheme: "dark" });
    },
  );

  it("does not change the colours that the words name", () => {
    expect(lookOf("A habit tracker in green", LIGHT)).toEqual({
      ...consult({ messages: ["A habit tracker in green"] }).proposal?.specification?.look,
      background: "#f7f3ea",
    });
  });

  it("counts as newer than the words of the messages before it, and older than those after it", () => {
    const messages = ["A habit tracker in green", "with a photo", "a blue background"];
    const { proposal } = consult({ messages, design_image: { colors: DARK, message: 1 } });
    const words = consult({ messages }).proposal?.specification?.look;
    expect(proposal?.specification?.look).toMatchObject({
      accent: "#38bdf8",
      background: words?.background,
      scheme: "dark",
    });
    const looks = proposal?.ledger?.filter(({ by }) => by?.startsWith("look."));
    expect(looks).toEqual([
      expect.objectContaining({ message: 2, by: "look.background" }),
      { words: "colors of the image", message: 1, outcome: "met", by: "look.accent" },
    ]);
    expect(proposal?.ledger).toContainEqual(expect.objectContaining({ words: "green", outcome: "context" }));
  });

  it.each([
    ["A plant watering tracker", "Without a model, only the colours of your image are used."],
    ["Eine App für Rezepte mit Zutaten", "Ohne Modell werden von Ihrem Bild nur die Farben verwendet."],
  ])("is said to be used for its colours only: %s", (message, sentence) => {
    const { speech, proposal } = consult({ messages: [message], design_image: { colors: LIGHT } });
    expect(speech).toContain(sentence);
    expect(proposal?.summary).toContain(sentence);
  });

  it.each([
    ["in another format", "A plant watering tracker", null],
    ["for an app with fixed colours", "a calculator", LIGHT],
  ])("is said not to be used %s", (_, message, colors) => {
    const { speech, proposal } = consult({ messages: [message], design_image: { colors } });
    expect(proposal).not.toBeNull();
    expect(speech).toContain("its colours are not used");
  });

  it.each([
    ["A plant watering tracker", LIGHT, "colors of the image", "look.accent", "layout of the image"],
    ["Rezeptbuch in Grün", LIGHT, "Farben des Bildes", "look.background", "Aufbau des Bildes"],
  ])("has its rows in the ledger of: %s", (message, colors, met, by, refused) => {
    const { proposal } = consult({ messages: [message], design_image: { colors } });
    expect(proposal?.ledger?.slice(-2)).toEqual([
      { words: met, message: 0, outcome: "met", by },
      { words: refused, message: 0, outcome: "refused", by: expect.stringMatching(/model|Modell/) },
    ]);
  });

  it("is refused in the ledger where its colors are not used", () => {
    const { proposal } = consult({ messages: ["a calculator"], design_image: { colors: LIGHT } });
    expect(proposal?.ledger?.at(-1)).toMatchObject({ words: "design image", outcome: "refused" });
  });

  it("leaves an app changeable whose colours came from it", () => {
    const messages = ["A plant watering tracker"];
    const design_image = { colors: LIGHT };
    const specification = consult({ messages, design_image }).proposal?.specification ?? null;
    const released = { messages: 1, specification };
    const changed = consult({ messages: [...messages, "add a price"], design_image, released });
    expect(changed.proposal?.specification?.look).toEqual(specification?.look);
  });
});
