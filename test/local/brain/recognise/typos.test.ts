import { describe, expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

describe("a word that is not known", () => {
  it.each([
    ["a todo list with discard"],
    ["a recipe book with persistence and stripes"],
    ["a smart todo list"],
    ["a habit tracker that protects my peace"],
    ["eine Aufgabenliste mit Blick auf die Stadt"],
    ["une liste de tâches avec musique"],
    ["una lista de tareas con revolución"],
  ])("is not asked back as a misspelt one if it is spelt correctly: %s", (say) => {
    expect(readRequest([say]).missing).toBeNull();
  });

  it.each([
    ["a recepie book", "recipe"],
    ["a plnat tracker", "plant"],
    ["a shoping list", "shopping"],
    ["expence tracker", "expense"],
    ["a todo list with a calender", "calendar"],
    ["ein Rezptbuch", "rezeptbuch"],
  ])("is asked back if it is close to a known one: %s", (say, meant) => {
    expect(readRequest([say]).missing).toMatchObject({ id: "did_you_mean", words: [{ meant }] });
  });

  it("means what it says in the request that the documentation gives as an example", () => {
    const say =
      "Build me a task manager with priorities, due dates, dark mode toggle, and local storage persistence";
    const { ledger, specification } = readRequest([say]);
    expect(specification?.entities.map(({ id }) => id)).toEqual(["task"]);
    expect(ledger.filter(({ outcome }) => !outcome.startsWith("met"))).toEqual([]);
  });
});
