import { describe, expect, it } from "@jest/globals";
import type { Acceptance, AcceptanceStep, Target } from "#core/factory/acceptance.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { fc } from "#test/support/property.ts";
import { MANIFEST, PLAN } from "#test/support/samples.ts";

const NAME = PLAN.acceptance[0] as string;
const STEPS: AcceptanceStep[] = [
  { do: "open", path: "/" },
  { do: "fill", target: { label: "Task" }, value: "Milk" },
  { do: "press", key: "Enter" },
  { do: "check", target: { test_id: "done" }, checked: true },
  { do: "click", target: { role: "button", name: "Add" } },
  { do: "see", text: "Milk", target: { css: "#list" } },
  { do: "see", text: "1 task" },
  { do: "not_see", text: "Bread" },
  { do: "attribute", target: { css: "#list" }, name: "aria-busy", value: "false" },
];
const before = { ...MANIFEST, acceptance: [{ name: NAME, steps: STEPS }] };
const faults = (acceptance: Acceptance[]) =>
  draftFaults({ plan: PLAN, manifest: { ...before, acceptance }, before });
const withStep = (at: number, step: object) => [
  { name: NAME, steps: STEPS.with(at, { ...STEPS[at], ...step } as AcceptanceStep) },
];

describe("a repair of the acceptance", () => {
  it.each<[number, Target]>([
    [1, { placeholder: "New task" }],
    [4, { role: "button", name: "Add task" }],
    [5, { role: "list", name: "Tasks" }],
    [8, { test_id: "list" }],
  ])("may correct how step %i finds its element", (at, target) => {
    expect(faults(withStep(at, { target }))).toEqual([]);
  });

  it.each<[string, number, object]>([
    ["another expected text", 5, { text: "" }],
    ["a part of the expected text", 6, { text: "task" }],
    ["another value of an attribute", 8, { value: "true" }],
    ["another attribute", 8, { name: "id", value: "list" }],
    ["another input", 1, { value: "Bread" }],
    ["another key", 2, { key: "Tab" }],
    ["another text that must be absent", 7, { text: "zzz" }],
    ["another page", 0, { path: "/done" }],
    ["the other state of a box", 3, { checked: false }],
    ["the whole page as the place of a text", 5, { target: { css: "body" } }],
    ["a list of places with the whole page", 5, { target: { css: "#list, body" } }],
    ["the main region as the place of a text", 5, { target: { role: "main" } }],
    ["the expected text as its own place", 5, { target: { text: "Milk" } }],
    ["no place for a text", 5, { target: undefined }],
    ["a place for a text that had none", 6, { target: { css: "#count" } }],
  ])("may not give a step %s", (_, at, step) => {
    expect(faults(withStep(at, step))).toEqual([
      expect.stringContaining(`Step ${at + 1} of the acceptance "${NAME}"`),
    ]);
  });

  it("may not remove, add, move or rename steps and acceptances", () => {
    const [acceptance] = before.acceptance as [Acceptance];
    expect(faults([{ name: NAME, steps: STEPS.slice(0, -1) }])).toHaveLength(1);
    expect(faults([{ name: NAME, steps: [...STEPS, { do: "reload" }] }])).toHaveLength(1);
    expect(faults([acceptance, { name: "More", steps: STEPS }])).toHaveLength(1);
    expect(faults([{ name: "Other", steps: STEPS }]).length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.shuffledSubarray(STEPS, { minLength: 1 }), (steps) => {
        const same = JSON.stringify(steps) === JSON.stringify(STEPS);
        expect(faults([{ name: NAME, steps }]).length > 0).toBe(!same);
      }),
    );
  });

  it("is not looked at in a first draft", () => {
    const manifest = { ...before, acceptance: withStep(5, { text: "Bread" }) };
    expect(draftFaults({ plan: PLAN, manifest, before: null })).toEqual([]);
  });
});
