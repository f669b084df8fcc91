import { describe, expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

const appOf = (message: string) => {
  const { specification, ledger } = readRequest([message]);
  if (!specification) throw new Error(`no app for ${message}`);
  const refused = ledger.filter(({ outcome }) => outcome === "refused").map(({ words }) => words);
  return { ...specification, refused };
};
const fieldsOf = (message: string) =>
  (appOf(message).entities[0]?.fields ?? []).map(({ name, type }) => [name, type]);

describe("a detail that is described instead of named", () => {
  it.each([
    ["my migraines, with triggers and what i took", "What I took", "text"],
    ["lawn care log: mowing, watering, when", "When", "date"],
    ["chicken log: date, how many eggs", "How many eggs", "integer"],
    ["a parts list: name, from whom", "From whom", "text"],
    ["gefriertruhe: menge, was ist drin", "Was ist drin", "text"],
    ["huerto: qué planté, dónde", "Qué planté", "text"],
  ])("is one in the person's words: %s", (message, name, type) => {
    expect(fieldsOf(message)).toContainEqual([name, type]);
    expect(appOf(message).refused).toEqual([]);
  });

  it.each([
    ["wine list with vintage and how many bottles", "Bottles", "How many bottles"],
    ["coupons with a code and when they expire", "Expires on", "When they expire"],
  ])("is the one that the record has anyway: %s", (message, there, other) => {
    const names = fieldsOf(message).map(([name]) => name);
    expect(names).toContain(there);
    expect(names).not.toContain(other);
  });

  it.each([
    ["hives: number, queen seen yes or no", "Queen seen"],
    ["beehive inspections: varroa count, queen seen or not", "Queen seen"],
    ["Spenden mit Betrag, Quittung verschickt ja/nein", "Quittung verschickt"],
    ["riding lessons, rider, price, waiver signed?", "Waiver signed"],
  ])("has two values where the request says so: %s", (message, name) => {
    expect(fieldsOf(message)).toContainEqual([name, "boolean"]);
  });

  it.each([
    ["a recipe book, where I can search by title"],
    ["a stock list, warn me when stock is below five"],
    ["a book list, which is easy to use"],
  ])("is none in a sentence about the app: %s", (message) => {
    expect(fieldsOf(message).some(([name]) => /^(where|when|which)/i.test(name ?? ""))).toBe(false);
  });

  it.each([
    ["an idea list with title and text, newest first", true],
    ["eine Ideenliste, älteste zuerst", false],
  ])("can be the order of the list: %s", (message, descending) => {
    const list = appOf(message).views.find(({ kind }) => kind === "list");
    expect(list).toMatchObject({ sort: { descending } });
    expect(appOf(message).refused).toEqual([]);
  });
});

describe("a list of details", () => {
  it("takes unknown nouns as details, and no functions of an app", () => {
    const { refused } = appOf("clients with phone, aura and voice control");
    expect(fieldsOf("clients with phone, aura and voice control")).toContainEqual(["Aura", "text"]);
    expect(refused.join()).toContain("voice control");
  });

  it("right after the records makes single things their details", () => {
    expect(appOf("my stamps, country, year").entities.map(({ id }) => id)).toEqual(["stamp"]);
    expect(appOf("customers, orders, products").entities).toHaveLength(3);
  });

  it("shows what was asked for in the first list", () => {
    const message = "wine list with a rating from 1 to 5 for each wine";
    const list = appOf(message).views.find(({ kind }) => kind === "list");
    expect(list).toMatchObject({ fields: expect.arrayContaining(["rating"]) });
  });
});

describe("a misspelt word", () => {
  it.each([
    ["mis partidas de padel con resultado"],
    ["plantes médicinales avec photo"],
    ["huerto: qué planté, dónde"],
    ["convert miles to kilometers"],
  ])("is not asked back for a word of another language or one that only looks like it: %s", (say) => {
    expect(readRequest([say]).missing?.id).not.toBe("did_you_mean");
  });
});

describe("a chart", () => {
  it.each([["mood tracker with a line chart"], ["expenses tracker with a line chart"]])(
    "that is a line goes over time: %s",
    (message) => {
      const { entities, views } = appOf(message);
      const chart = views.find(({ kind }) => kind === "chart");
      const group = chart && "group" in chart ? chart.group : undefined;
      expect(entities[0]?.fields.find(({ id }) => id === group)?.type).toBe("date");
    },
  );

  it("adds up the costs of the records", () => {
    const chart = appOf("car maintenance log with costs, a chart").views.find(({ kind }) => kind === "chart");
    expect(chart).toMatchObject({ measure: "cost" });
  });
});
