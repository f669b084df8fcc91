import { expect, it } from "@jest/globals";
import machine from "#statemachines/mission.asl.json" with { type: "json" };
import { boxOf, SIZE, STEP_NAMES, type StepName, WAYS } from "#web/machine/graph.ts";
import { DE } from "#web/words/de/catalogue.ts";
import { EN } from "#web/words/en/catalogue.ts";
import { ES } from "#web/words/es/catalogue.ts";
import { FR } from "#web/words/fr/catalogue.ts";

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Default?: string;
}
const STATES = machine.States as unknown as Readonly<Record<string, State>>;

/** States that choose, record or wait for a step, and what leaves pages out as a repair. */
const PASSED = [
  ...["Prepare", "Installed", "StopBuild", "Stopped", "Inspect", "Classify", "Environment", "Decide"],
  ...["LeftOut", "Reviewed", "Previewed", "Verified", "Promoted", "Checked", "Published"],
  ...["AwaitDecision", "GateTimer", "Resume", "Resumed", "Succeeded", "Ended"],
];
/** Where failures lead, and what follows the seal. */
const ENDS = ["Conclude", "Release", "Done", "Unsealed", "Failed"];
const AS: Readonly<Record<string, StepName>> = { LeaveOut: "Heal" };

const isStep = (name: string): name is StepName => (STEP_NAMES as readonly string[]).includes(name);

/** The steps that follow a state, past the states that are left out. */
function following(state: string, seen = new Set<string>()): StepName[] {
  const { Next, Choices = [], Default } = STATES[state] as State;
  return [Next, Default, ...Choices.map((way) => way.Next)].flatMap((next) => {
    if (next === undefined || ENDS.includes(next) || seen.has(next)) return [];
    const step = AS[next] ?? next;
    if (isStep(step)) return [step];
    seen.add(next);
    return following(next, seen);
  });
}

it("has every state of the machine, as a step or as one that is left out", () => {
  expect(Object.keys(STATES).toSorted()).toEqual(
    [...STEP_NAMES, ...PASSED, ...ENDS, ...Object.keys(AS)].toSorted(),
  );
});

it("has the machine's ways, but for shortcuts past other steps and the ways back from an approval", () => {
  const all = STEP_NAMES.filter((step) => step !== "Ask").flatMap((from) =>
    [
      ...new Set(
        [from, ...Object.keys(AS).filter((each) => AS[each] === from)].flatMap((name) => following(name)),
      ),
    ]
      .filter((to) => to !== from)
      .map((to) => [from, to] as const),
  );
  const forward = (from: StepName, to: StepName) =>
    STEP_NAMES.indexOf(to) > STEP_NAMES.indexOf(from) && from !== "Heal" && to !== "Heal" && to !== "Ask";
  const reaches = (from: StepName, to: StepName): boolean =>
    all.some(([a, b]) => a === from && forward(a, b) && (b === to || reaches(b, to)));
  const isShortcut = (from: StepName, to: StepName) =>
    forward(from, to) && all.some(([a, b]) => a === from && b !== to && forward(a, b) && reaches(b, to));
  // A build that the machine failed is repeated, which is no way of its own.
  const ways = all.filter(([from, to]) => !isShortcut(from, to) && !(from === "Install" && to === "Heal"));
  expect(new Set(ways.map(String))).toEqual(new Set(WAYS.map(String)));
  // What was approved goes on where it waited, and a rejection ends the mission.
  const asking = WAYS.filter(([, to]) => to === "Ask").map(([from]) => from);
  expect(new Set(following("Ask"))).toEqual(new Set(asking));
});

it("draws no step over another or outside the picture", () => {
  const boxes = STEP_NAMES.map((step) => ({ step, ...boxOf(step) }));
  for (const a of boxes) {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= SIZE.width && a.y + a.height <= SIZE.height).toBe(true);
    for (const b of boxes)
      if (a.step !== b.step)
        expect(Math.abs(a.x - b.x) >= a.width || Math.abs(a.y - b.y) >= a.height).toBe(true);
  }
});

it("has names in every language that fit their boxes", () => {
  for (const { machine: words } of [EN, DE, FR, ES])
    for (const name of Object.values(words.short)) expect(name.length).toBeLessThanOrEqual(13);
});
