import { expect, it } from "@jest/globals";
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
