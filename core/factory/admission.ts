import { GantryError } from "#core/kernel/errors.ts";

/**
 * Who runs and who waits, for one tenant. Slots belong to the tenant, so no tenant can starve another; within
 * it, first come is first served. Each mission goes by the number of slots in the policy that it is pinned to. A
 * granted mission that was not told yet is told again, so no grant is lost.
 */
export interface Admission {
  readonly running: readonly { readonly mission: string; readonly notified: boolean }[];
  /** A mission takes its slot when fewer than `slots` missions run. */
  readonly waiting: readonly { readonly mission: string; readonly slots: number }[];
}

export const NO_ADMISSION: Admission = { running: [], waiting: [] };
const MAX_WAITING = 1000;

/** The mission takes a slot if one is free, else a place in the queue. Asking again changes nothing. */
export function admit(state: Admission, mission: string, slots: number): Admission {
  if (isKnown(state, mission)) return state;
  if (state.waiting.length >= MAX_WAITING) {
    throw new GantryError(
      "TooManyRequests",
      `${MAX_WAITING} missions are waiting already; try again when some have ended.`,
    );
  }
  return fill({ ...state, waiting: [...state.waiting, { mission, slots }] });
}

/** The mission gives back its slot or its place; the next mission takes the slot. */
export function release(state: Admission, mission: string): Admission {
  const isOther = (entry: { readonly mission: string }) => entry.mission !== mission;
  return fill({ running: state.running.filter(isOther), waiting: state.waiting.filter(isOther) });
}

/** Remembers that these missions know of their slot. */
export function markNotified(state: Admission, missions: readonly string[]): Admission {
  return {
    ...state,
    running: state.running.map((entry) =>
      missions.includes(entry.mission) ? { ...entry, notified: true } : entry,
    ),
  };
}

/** Missions that have a slot and were not told. */
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
