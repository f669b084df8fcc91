import { describe, expect, it } from "@jest/globals";
import { NAMES, TEXTS, TIMES } from "#core/factory/generate/samples/names.ts";
import { samplesOf } from "#core/factory/generate/samples/samples.ts";
import { examplesFor, wordTable } from "#core/factory/generate/samples/word-table.ts";
import { LOCALES, type Specification } from "#core/factory/specification/specification.ts";
import { consult } from "#local/brain/roles/consultant.ts";

type Sample = [entity: string, values: Record<string, any>];

function appOf(request: string): Specification {
  const specification = consult({ messages: [request] }).proposal?.specification;
  if (specification?.kind !== "app") throw new TypeError(`no app: ${request}`);
  return specification;
}
const samples = (request: string) => samplesOf(appOf(request)) as Sample[];
const values = (request: string, field: string) => samples(request).map(([, record]) => record[field]);

const REQUESTS = [
  "reading list",
  "car maintenance log",
  "wedding guest list with RSVP",
  "inventory with low-stock warning and totals",
  "Rezeptbuch mit Zutaten",
  "Vereinsmitglieder mit Beitrag",
  "suivi de plantes avec photo",
  "liste de courses",
  "gastos",
  "control de inventario",
];

describe("the tables of examples", () => {
  it.each(Object.entries({ NAMES, TEXTS, TIMES }))("have three examples in each language: %s", (_, table) => {
    for (const locale of LOCALES)
      for (const [word, examples] of table[locale])
        expect([locale, word, examples.length % 3, new Set(examples).size]).toEqual([
          locale,
          word,
          0,
          Math.max(3, examples.length),
        ]);
  });

  it("find the main word of a name in each language, and the end of a German compound", () => {
    const table = wordTable("plant | Pflanze | plante | planta\na | b | c | d");
    const found = (["garden plant", "Zimmerpflanze", "plante verte", "planta de interior"] as const).map(
      (name, at) => examplesFor(table, name, LOCALES[at] ?? "en"),
    );
    expect(found).toEqual([["a"], ["b"], ["c"], ["d"]]);
    expect(examplesFor(table, "plant pot", "en")).toBeUndefined();
  });
});

describe("sample records", () => {
  it("are the same for the same specification", () => {
    for (const request of REQUESTS) expect(samples(request)).toEqual(samples(request));
  });

  it.each(REQUESTS)("have values that the fields of the app take: %s", (request) => {
    const { entities } = appOf(request);
    for (const [id, record] of samples(request))
      for (const field of entities.find((entity) => entity.id === id)?.fields ?? []) {
        const value = record[field.id];
        if (value === undefined) continue;
        const { type, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
        if (["integer", "money", "duration", "percent"].includes(type)) expect(value).toBe(Math.trunc(value));
        if (["integer", "decimal", "money"].includes(type))
          expect([field.id, value >= min && value <= max]).toEqual([field.id, true]);
        if (type === "text") expect(value.length).toBeGreaterThan(1);
        if (type === "date") expect(Number.isInteger(value.days)).toBe(true);
      }
  });

  it.each([
    ["reading list", "title", ["Pride and Prejudice", "Frankenstein", "The Time Machine"]],
    ["reading list", "author", ["Jane Austen", "Mary Shelley", "H. G. Wells"]],
    [
      "wedding guest list",
      "email",
      ["emma.collins@example.org", "james.whitfield@example.org", "priya.shah@example.org"],
    ],
    ["weight log", "weight", [72.4, 71.9, 71.6]],
    ["gastos", "descripcion", ["Compra semanal", "Electricidad", "Billete de tren"]],
    ["suivi de plantes", "nom", ["Monstera", "Spathiphyllum", "Tomate"]],
    ["Vereinsmitglieder mit Beitrag", "beitrag", [6000, 3600, 4800]],
  ])("look real for the kind of record and the language: %s, %s", (request, field, expected) => {
    expect(values(request, field)).toEqual(expected);
  });

  it("write money in whole units of a currency without cents", () => {
    const yen = { ...appOf("expense tracker"), currency: "JPY" };
    expect((samplesOf(yen) as Sample[]).map(([, { amount }]) => amount)).toEqual([2490, 950, 3800]);
  });

  it("give two kinds of people in an app different names", () => {
    const people = samples("patients and doctors").map(([, { name }]) => name);
    expect(people.length).toBeGreaterThan(3);
    expect(new Set(people).size).toBe(people.length);
  });

  it("have days that suit the field: entries in the past, birthdays long ago, what is due around today", () => {
    const days = (request: string, field: string) => values(request, field).map((value) => value.days);
    expect(days("weight log", "date")).toEqual([-5, -2, 0]);
    expect(days("todo list", "due_date")).toEqual([-3, 0, 4]);
    expect(Math.max(...days("Vereinsmitglieder", "geburtstag"))).toBeLessThan(-18 * 365);
  });

  it("leave out a text of which no example is known, unless it is required", () => {
    const app = appOf("reading list");
    const [book] = app.entities;
    if (!book) throw new TypeError("no entity");
    const mood = { id: "quirk", name: "Quirk", type: "text" } as const;
    const quirk = (required: boolean) => {
      const fields = [...book.fields, { ...mood, required }];
      return (samplesOf({ ...app, entities: [{ ...book, fields }] }) as Sample[])[0]?.[1].quirk;
    };
    expect([quirk(false), quirk(true)]).toEqual([undefined, "Quirk Alder"]);
  });
});
