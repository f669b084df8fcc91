import { GantryError } from "#core/kernel/errors.ts";

/**
 * The running and waiting missions of one tenant. Slots are per tenant, so no tenant can starve another; within a
 * tenant, the order is first come, first served. The number of slots comes from the policy that a mission is pinned to.
 * A mission that has a slot but was not notified is notified again, so no slot is lost.
 */
export interface Admission {
  readonly running: readonly { readonly mission: string; readonly notified: boolean }[];
  /** A mission gets a slot when fewer than `slots` missions run. */
  readonly waiting: readonly { readonly mission: string; readonly slots: number }[];
}

export const NO_ADMISSION: Admission = { running: [], waiting: [] };
const MAX_WAITING = 1000;

/** Gives the mission a free slot, otherwise queues it. Idempotent. Throws TooManyRequests when the queue is full. */
export function admit(state: Admission, mission: string, slots: number): Admission {
  if (isKnown(state, mission)) return state;
  if (state.waiting.length >= MAX_WAITING) {
    throw new GantryError(
      "TooManyRequests",
      `${MAX_WAITING} missions are already waiting; try again when some have ended.`,
    );
  }
  return fill({ ...state, waiting: [...state.waiting, { mission, slots }] });
}

/** Releases the mission's slot or its place in the queue; the next mission gets the slot. */
export function release(state: Admission, mission: string): Admission {
  const isOther = (entry: { readonly mission: string }) => entry.mission !== mission;
  return fill({ running: state.running.filter(isOther), waiting: state.waiting.filter(isOther) });
}

/** Marks these missions as notified of their slot. */
export function markNotified(state: Admission, missions: readonly string[]): Admission {
  return {
    ...state,
    running: state.running.map((entry) =>
      missions.includes(entry.mission) ? { ...entry, notified: true } : entry,
    ),
  };
}

/** The missions that have a slot but were not notified. */
export function unnotified(state: Admission): string[] {
  return state.running.filter(({ notified }) => !notified).map(({ mission }) => mission);
}

function isKnown(state: Admission, mission: string): boolean {
  return [...state.waiting, ...state.running].some((entry) => entry.mission === mission);
}

function fill(state: Admission): Admission {
  const [next, ...waiting] = state.waiting;
  if (!next || state.running.length >= next.slots) return state;
  return fill({ running: [...state.running, { mission: next.mission, notified: false }], waiting });
}
