import { describe, expect, it } from "@jest/globals";
import {
  type Admission,
  admit,
  markNotified,
  NO_ADMISSION,
  release,
  unnotified,
} from "#core/factory/admission.ts";
import { fc } from "#test/support/property.ts";

const MISSIONS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const SLOTS = 3;
const steps = fc.array(
  fc.record({
    do: fc.constantFrom("admit", "release", "tell"),
    mission: fc.constantFrom(...MISSIONS),
  }),
  { maxLength: 60 },
);
type Step = { do: string; mission: string };

function apply(state: Admission, { do: what, mission }: Step, slots: number): Admission {
  if (what === "admit") return admit(state, mission, slots);
  if (what === "release") return release(state, mission);
  return markNotified(state, [mission]);
}

/** Every state that these steps pass through, with the step that led to it. */
function history(all: readonly Step[], slots = SLOTS) {
  let state = NO_ADMISSION;
  return all.map((step) => {
    const before = state;
    state = apply(state, step, slots);
    return { before, step, state };
  });
}
const running = (state: Admission) => state.running.map(({ mission }) => mission);
const waiting = (state: Admission) => state.waiting.map(({ mission }) => mission);

describe("admission", () => {
  it("never lets more missions run than there are slots, and leaves no slot idle while one waits", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), (all, slots) => {
        for (const { state } of history(all, slots)) {
          expect(state.running.length).toBeLessThanOrEqual(slots);
          if (state.waiting.length > 0) expect(state.running).toHaveLength(slots);
        }
      }),
    );
  });

  it("keeps every mission exactly once", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const expected = new Set<string>();
        for (const { step, state } of history(all)) {
          if (step.do === "admit") expected.add(step.mission);
          if (step.do === "release") expected.delete(step.mission);
          expect([...running(state), ...waiting(state)].sort()).toEqual([...expected].sort());
        }
      }),
    );
  });

  it("serves missions in order of arrival", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const queue: string[] = [];
        for (const { step, state } of history(all)) {
          if (step.do === "admit" && !queue.includes(step.mission)) queue.push(step.mission);
          if (step.do === "release" && queue.includes(step.mission))
            queue.splice(queue.indexOf(step.mission), 1);
          expect([...running(state), ...waiting(state)]).toEqual(queue);
        }
      }),
    );
  });

  it("keeps a grant as not notified until the notification is recorded, and keeps that record", () => {
    fc.assert(
      fc.property(steps, (all) => {
        for (const { before, step, state } of history(all)) {
          const notified = (where: Admission) =>
            where.running.filter((entry) => entry.notified).map(({ mission }) => mission);
          for (const mission of notified(before))
            if (!(step.do === "release" && step.mission === mission))
              expect(notified(state)).toContain(mission);
          expect(unnotified(state).sort()).toEqual(
            running(state)
              .filter((mission) => !notified(state).includes(mission))
              .sort(),
          );
        }
      }),
    );
  });

  it("raises the number of slots as soon as a mission whose policy has more is first in the queue", () => {
    let state = NO_ADMISSION;
    for (const mission of ["a", "b"]) state = admit(state, mission, 1);
    for (const mission of ["c", "d"]) state = admit(state, mission, 3);
    expect(running(state)).toEqual(["a"]);
    expect(running(release(state, "a"))).toEqual(["b", "c", "d"]);
  });

  it("revokes no slot when a mission's policy has fewer, and lets that mission wait", () => {
    let state = NO_ADMISSION;
    for (const mission of ["a", "b", "c"]) state = admit(state, mission, 3);
    state = admit(state, "d", 1);
    state = release(state, "a");
    expect(running(state)).toEqual(["b", "c"]);
    expect(running(release(release(state, "b"), "c"))).toEqual(["d"]);
  });

  it("changes nothing when a mission asks again", () => {
    const state = admit(admit(NO_ADMISSION, "a", 1), "b", 1);
    expect(admit(state, "a", 1)).toBe(state);
    expect(admit(state, "b", 1)).toBe(state);
  });

  it("refuses a mission when a thousand are waiting", () => {
    const waiting = Array.from({ length: 1000 }, (_, index) => ({ mission: `m_${index}`, slots: 1 }));
    const state: Admission = { running: [{ mission: "a", notified: true }], waiting };
    expect(() => admit(state, "late", 1)).toThrow(expect.objectContaining({ code: "TooManyRequests" }));
  });
});
