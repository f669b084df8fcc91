import { describe, expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";
import { consult } from "#local/brain/roles/consultant.ts";

const planned = (...said: string[]) => {
  const { specification } = readRequest(said);
  if (!specification) throw new Error(`No plan for ${said.join(" / ")}.`);
  return specification;
};
const fieldsOf = (...said: string[]) => planned(...said).entities[0]?.fields ?? [];

describe("a limit of cards", () => {
  it.each([
    ["kanban board with max 3 cards in progress", 3],
    ["a kanban board, at most 4 cards per column", 4],
    ["Kanban-Board mit maximal 5 Karten in Arbeit", 5],
    ["tableau kanban avec au plus 2 cartes par colonne", 2],
    ["tablero kanban con máximo 6 tarjetas por columna", 6],
  ])("is one of the columns of the board: %s", (say, max) => {
    const { behaviours, views } = planned(say);
    expect(behaviours).toContainEqual(expect.objectContaining({ kind: "column_limit", max }));
    expect(views.map(({ kind }) => kind)).not.toContain("gallery");
  });
});

describe("a name", () => {
  it.each([["name: My Shelf"], ["title: My Shelf"], ["the title should be My Shelf"]])(
    "is that of the app, and no detail: %s",
    (say) => {
      expect(planned("book list", say).name).toBe("My Shelf");
      expect(fieldsOf("book list", say)).toEqual(fieldsOf("book list"));
    },
  );
});

describe("an unknown kind of record", () => {
  it.each([
    ["an app for dragons", "Which details should a dragon have?"],
    ["mice tracker", "Which details should a mouse have?"],
    ["an app for orcs", "Which details should an orc have?"],
    ["an app for my zorbes", "Which details should a zorbe have?"],
  ])("is asked for in the singular: %s", (say, question) => {
    expect(consult({ messages: [say] }).question).toBe(question);
  });

  it.each([
    ["an app for dragons", "Dragon", "Dragons"],
    ["a dragon tracker", "Dragon", "Dragons"],
    ["a fuzzy tracker", "Fuzzy", "Fuzzies"],
    ["a witch tracker", "Witch", "Witches"],
  ])("has both forms, whichever was said: %s", (say, name, plural) => {
    expect(planned(say, "color and age").entities[0]).toMatchObject({ name, plural });
  });

  it.each([
    ["en", "an app for zorbles", "name, color and painted yes/no"],
    ["de", "eine App für Zorbel", "Name, Farbe und bemalt ja/nein"],
  ])("has a yes or no where that is said: %s", (_, say, details) => {
    expect(fieldsOf(say, details).map(({ type }) => type)).toEqual(["text", "color", "boolean"]);
  });
});

it("keeps a detail with the kind of record that has it", () => {
  const { entities } = planned("clients, cases and deadlines");
  const dated = entities.filter(({ fields }) => fields.some(({ id }) => id === "due_date"));
  expect(dated.map(({ id }) => id)).toEqual(["legal_case"]);
});

it("fills itself with examples of its records on request", () => {
  for (const say of ["a todo list with example tasks", "a recipe book with sample recipes"])
    expect(planned(say).behaviours).toContainEqual({ kind: "sample_data" });
});

it("takes a verb after 'that' for no kind of record", () => {
  expect(planned("a todo list that talks").entities).toHaveLength(1);
});
