import type { Attempt, Mission } from "#sdk/typescript/api.ts";

/** What of an attempt can be shown. */
export const VIEWS = ["preview", "output", "files", "checks"] as const;
export type View = (typeof VIEWS)[number];

/** What each view shows. */
export interface WorkProps {
  readonly mission: Mission;
  readonly attempt: Attempt;
}

/** The address of a mission's page: what of it is shown. */
export interface WorkSearch {
  readonly view?: View | undefined;
  readonly attempt?: number | undefined;
  readonly path?: string | undefined;
}

/** What an address names; anything else in it is left out. */
export function workSearch({ view, attempt, path }: Readonly<Record<string, unknown>>): WorkSearch {
  return {
    view: VIEWS.find((each) => each === view),
    attempt: typeof attempt === "number" && Number.isInteger(attempt) && attempt > 0 ? attempt : undefined,
    path: typeof path === "string" && path !== "" ? path : undefined,
  };
}
