import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";
import { type Labelled, REQUESTS } from "#test/local/brain/request-check.ts";

const ledgerOf = (say: readonly string[]) => consult({ messages: [...say] }).proposal?.ledger ?? [];
const refusedIn = (say: string) =>
  ledgerOf([say])
    .filter(({ outcome }) => outcome === "refused")
    .map(({ words }) => words)
    .join(" ");

/** What people say about an app that no app of records can be, and apps of which they say it. */
const QUALIFIERS = {
  en: [
    "voice-controlled",
    "synced",
    "two-person",
    "anonymous",
    "smart",
    "animated",
    "multi-user",
    "gamified",
    "holographic",
    "collaborative",
  ],
  de: ["sprachgesteuerte", "smarte", "animierte", "anonyme"],
} as const;
const APPS = {
  en: ["todo list", "recipe book", "plant tracker", "notes app", "expense tracker"],
  de: ["Aufgabenliste", "Rezeptsammlung", "Pflanzenverwaltung"],
} as const;
const SENTENCES = [
  ...QUALIFIERS.en.flatMap((word) => APPS.en.map((app) => [word, `a ${word} ${app}`] as const)),
  ...QUALIFIERS.de.flatMap((word) => APPS.de.map((app) => [word, `eine ${word} ${app}`] as const)),
  ["intelligente", "une liste de tâches intelligente"] as const,
  ["anonyme", "un carnet de recettes anonyme"] as const,
  ["inteligente", "una lista de tareas inteligente"] as const,
  ["animada", "una lista de tareas animada"] as const,
];

const hasNumber = ({ words }: { words: string }) => /(?<!\p{L})\d/u.test(words);
const isOneMessage = ({ say }: Labelled) => say.length === 1;

describe("a word that says how an app is", () => {
  it.each(SENTENCES)("is refused by name if no app is %s: %s", (word, say) => {
    expect(refusedIn(say)).toContain(word);
  });

  it.each([
    ["vintage", "a vintage vinyl collection"],
    ["indoor", "an indoor plant tracker"],
    ["German", "a German vocabulary list"],
  ])("is met by the name of the app if it only says what is kept: %s", (words, say) => {
    expect(ledgerOf([say])).toContainEqual({ words, message: 0, outcome: "met", by: "name" });
  });

  it("is no longer met by a name that another one replaces", () => {
    expect(refusedIn("a vintage vinyl collection called Grooves")).toBe("");
  });

  it("can name a view", () => {
    expect(ledgerOf(["a printable recipe book"])).toContainEqual(
      expect.objectContaining({ words: "printable", by: "views.print" }),
    );
  });
});

describe("a number", () => {
  it("is met or refused in each labelled request", () => {
    const silent = REQUESTS.filter(isOneMessage).flatMap(({ say }) =>
      ledgerOf(say)
        .filter((entry) => entry.outcome === "context" && hasNumber(entry))
        .map(({ words }) => `${say.join(" / ")}: ${words}`),
    );
    expect(silent).toEqual([]);
  });

  it.each([
    ["5 tasks", "a todo list with no more than 5 tasks"],
    ["2 liters", "a water tracker with 2 liters per day"],
    ["500 euros", "an expense tracker with a budget of 500 euros"],
    ["3 photos", "a plant tracker with at least 3 photos per plant"],
    ["30-day", "a 30-day challenge tracker"],
    ["10", "top 10 movies list"],
    ["4 players", "a score list for 4 players"],
  ])("is refused by name where nothing fulfils it: %s", (words, say) => {
    expect(refusedIn(say)).toContain(words);
  });

  it("is met where any number can be kept", () => {
    expect(ledgerOf(["a vaccination record for my 2 dogs"])).toContainEqual(
      expect.objectContaining({ words: "2", outcome: "met_by_kind" }),
    );
  });
});
