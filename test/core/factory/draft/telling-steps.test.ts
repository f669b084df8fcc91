import { describe, expect, it } from "@jest/globals";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { showsSomething } from "#core/factory/draft/telling-steps.ts";

const TASK = { label: "Task" };
const fill: AcceptanceStep = { do: "fill", target: TASK, value: "Milk" };
const click: AcceptanceStep = { do: "click", target: { role: "button", name: "Add task" } };
const value: AcceptanceStep = { do: "attribute", target: TASK, name: "value", value: "Milk" };

describe("acceptance steps", () => {
  it.each<[string, AcceptanceStep[]]>([
    ["see nothing", [fill, click]],
    ["see a blank text", [click, { do: "see", text: " " }]],
    ["see the button that they clicked", [fill, click, { do: "see", text: "add  TASK" }]],
    ["see the label of the field that they filled in", [fill, { do: "see", text: "Task" }]],
    [
      "see the text that they clicked",
      [
        { do: "click", target: { text: "Add" } },
        { do: "see", text: "Add" },
      ],
    ],
    ["read the value that they entered", [fill, value]],
  ])("show nothing if they %s", (_, steps) => expect(showsSomething(steps)).toBe(false));

  it.each<[string, AcceptanceStep[]]>([
    ["see what they entered, outside the field", [fill, click, { do: "see", text: "Milk" }]],
    ["see the effect beside the button", [click, { do: "see", text: "Add" }, { do: "see", text: "1 task" }]],
    ["see a text in its place", [click, { do: "see", text: "Add", target: { css: "#log" } }]],
    ["read a value that the app has kept", [fill, { do: "reload" }, value]],
    ["read a value that they did not enter", [{ ...fill, target: { label: "Price" } }, value]],
    ["read an attribute that the app sets", [fill, { ...value, name: "aria-invalid", value: "true" }]],
  ])("show something if they %s", (_, steps) => expect(showsSomething(steps)).toBe(true));
});
