import { describe, expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

function schemeOf(...messages: string[]): string | undefined {
  const { specification } = readRequest(messages);
  return specification?.kind === "app" ? specification.look.scheme : undefined;
}

it.each([
  [["a task list, no dark mode"], "light"],
  [["a task list without light mode"], "dark"],
  [["Aufgaben ohne Dunkelmodus"], "light"],
  [["des recettes sans mode sombre"], "light"],
  [["recetas sin modo oscuro"], "light"],
  [["a task list", "remove the dark mode"], "light"],
  [["a task list, no dark mode", "add dark mode"], "both"],
  [["a task list with dark mode"], "both"],
])("%j is an app with the scheme %s", (messages, scheme) => {
  expect(schemeOf(...messages)).toBe(scheme);
});

describe("colors that are only dark or only light", () => {
  it.each([
    ["a todo list, dark mode only", "dark"],
    ["a todo list with only dark mode", "dark"],
    ["a todo list with a dark background", "dark"],
    ["a dark todo list", "dark"],
    ["eine Aufgabenliste nur im Dunkelmodus", "dark"],
    ["eine Aufgabenliste mit dunklem Hintergrund", "dark"],
    ["une liste de tâches avec un fond sombre", "dark"],
    ["una lista de tareas solo en modo oscuro", "dark"],
    ["a todo list with light mode only", "light"],
    ["a todo list with dark mode", "both"],
    ["a todo list without a dark background", "both"],
    ["a plant tracker with plants that need only light", "both"],
    ["eine Aufgabenliste, der Hintergrund ist dunkel", "dark"],
  ])("are the scheme of the app: %s", (say, scheme) => {
    const { specification, ledger } = readRequest([say]);
    expect(specification?.look.scheme).toBe(scheme);
    expect(ledger.some(({ by }) => by === "look.scheme")).toBe(scheme !== "both");
  });

  it("give way to a later wish", () => {
    const said = ["a todo list, dark mode only", "make the background white"];
    expect(readRequest(said).specification?.look.background).toBe("#ffffff");
  });
});
