import { describe, expect, it } from "@jest/globals";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { weakenedPromises } from "#core/factory/draft/kept-promises.ts";

const NAME = "A task is added";
const open: AcceptanceStep = { do: "open", path: "/" };
const typed: AcceptanceStep = { do: "fill", target: { label: "Task" }, value: "Milk" };
const add: AcceptanceStep = { do: "click", target: { role: "button", name: "Add" } };
const counted: AcceptanceStep = { do: "see", text: "1 open", target: { css: "#count" } };
const STEPS = [open, typed, add, counted];

const weakened = (steps: readonly AcceptanceStep[], promises = [NAME]) =>
  weakenedPromises([{ name: NAME, steps: [...STEPS] }], [{ name: NAME, steps: [...steps] }], promises);

describe("a change of a model-written app", () => {
  it.each<[string, readonly AcceptanceStep[]]>([
    ["leaves a step out", [open, typed, add]],
    ["expects something else", [open, typed, add, { ...counted, text: "open" }]],
    ["expects it anywhere on the page", [open, typed, add, { ...counted, target: { css: "body" } }]],
    ["expects it without a place", [open, typed, add, { do: "see", text: "1 open" }]],
    ["expects it before the deed", [open, counted, typed, add]],
    ["enters something else", [open, { ...typed, value: "1 open" }, add, counted]],
    ["enters what it expects", [open, typed, add, { ...typed, value: "1 open" }, counted]],
  ])("must not weaken a promise that stays: it %s", (_, steps) => {
    expect(weakened(steps)).toEqual([expect.stringContaining(`"${NAME}"`)]);
  });

  it.each<[string, readonly AcceptanceStep[]]>([
    ["keeps it", STEPS],
    [
      "adds a step",
      [open, { do: "select", target: { label: "Priority" }, value: "High" }, typed, add, counted],
    ],
    ["expects more", [...STEPS, { do: "see", text: "Milk", target: { css: "li" } }]],
    ["finds an element elsewhere", [open, typed, { ...add, target: { css: "#add" } }, counted]],
  ])("may keep or strengthen it: it %s", (_, steps) => {
    expect(weakened(steps)).toEqual([]);
  });

  it("may drop a promise that the plan no longer has", () => {
    expect(weakened([open], [])).toEqual([]);
  });
});
