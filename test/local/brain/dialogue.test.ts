import { describe, expect, it } from "@jest/globals";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { anotherIn } from "#local/brain/recognise/read/another.ts";
import { consult } from "#local/brain/roles/consultant.ts";

/** The last plan of a conversation. */
function planOf(...messages: string[]): Proposal | null {
  let previous: Proposal | null = null;
  for (let until = 1; until <= messages.length; until += 1) {
    const { proposal, aside } = consult({ messages: messages.slice(0, until), previous });
    if (!aside) previous = proposal;
  }
  return previous;
}
const featuresOf = (proposal: Proposal | null) =>
  (proposal?.features ?? [])
    .filter(({ id, included }) => included && ["priorities", "tags"].includes(id))
    .map(({ id }) => id);

/** The kinds of records of the app that the messages lead to. */
function entitiesOf(...messages: string[]): string[] {
  const specification = planOf(...messages)?.specification;
  return specification?.kind === "app" ? specification.entities.map(({ id }) => id) : [];
}

describe("an answer to the questions of a plan", () => {
  it.each([
    ["both", ["priorities", "tags"]],
    ["1 and 2", ["priorities", "tags"]],
    ["the first", ["priorities"]],
    ["the second one please", ["tags"]],
    ["only the last", ["tags"]],
    ["neither", []],
    ["no", []],
    ["beides", ["priorities", "tags"]],
    ["le premier", ["priorities"]],
    ["la segunda", ["tags"]],
  ])("%j leads to a plan with %j and without these questions", (answer, features) => {
    const plan = planOf("a task manager in React", answer);
    expect([plan?.kind, featuresOf(plan), plan?.questions]).toEqual(["task-manager", features, []]);
  });

  it("can be changed by a later message", () => {
    expect(featuresOf(planOf("a task manager in React", "both", "no tags"))).toEqual(["priorities"]);
  });
});

describe("a change of kind or stack", () => {
  it.each([
    ["a task manager", "actually make it a quiz", "quiz"],
    ["recipe book", "actually make it a quiz", "quiz"],
    ["a task manager", "use React please", "task-manager"],
    ["a quiz", "a calculator instead", "calculator"],
    ["Rezeptbuch", "mach daraus ein Quiz", "quiz"],
    ["un carnet de recettes", "fais-en plutôt un quiz", "quiz"],
    ["un libro de recetas", "conviértelo en un quiz", "quiz"],
  ])("after %j, %j leads to a plan of the kind %s", (first, then, kind) => {
    expect(planOf(first, then)?.kind).toBe(kind);
  });

  it.each([
    ["a quiz", "actually I want a recipe book", ["recipe", "ingredient"]],
    ["a quiz", "turn it into a task manager", ["task"]],
    ["recipe book", "make it a book list instead", ["book"]],
    ["habit tracker", "no, an invoice list instead", ["invoice"]],
    ["recipe book with tags", "turn it into a plant tracker with photos", ["plant"]],
    ["Rezeptbuch", "eigentlich möchte ich lieber eine Bücherliste", ["buch"]],
    ["un carnet de recettes", "en fait, je voudrais une liste de livres", ["livre"]],
    ["un libro de recetas", "mejor una lista de libros", ["libro"]],
  ])("after %j, %j leads to a plan with %j alone", (first, then, entities) => {
    expect(entitiesOf(first, then)).toEqual(entities);
  });

  it.each([
    "make it blue",
    "make it a dark theme",
    "make it a bit simpler",
    "make it a table",
    "make it a kanban board",
    "actually add a photo",
    "actually with a calendar",
    "add a rating instead of notes",
    "call it Shelf",
    "a price instead",
  ])("is not %j", (message) => {
    expect(anotherIn(message)).toBeNull();
    expect(entitiesOf("recipe book", message)[0]).toBe("recipe");
  });
});

it.each([
  ["a todo list, actually a quiz", "quiz"],
  ["a timer, no, actually a calculator", "calculator"],
  ["a lead tracker, actually with a calendar", "app"],
])("a change of mind within a message counts: %j", (message, kind) => {
  expect(planOf(message)?.kind).toBe(kind);
});

it("a yes to the offer of several kinds of apps is asked back", () => {
  const { proposal, question } = consult({ messages: ["a chess engine", "yes"] });
  expect([proposal, question]).toEqual([null, "What shall I build?"]);
});
