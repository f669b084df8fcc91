import type { Attempt, Mission } from "#sdk/typescript/api.ts";

/** What of an attempt can be shown. */
const ATTEMPT_VIEWS = ["preview", "output", "files", "checks"] as const;
export type AttemptView = (typeof ATTEMPT_VIEWS)[number];

/** What of a mission can be shown beside its records: the steps of its machine, and its attempts. */
export const VIEWS = ["machine", ...ATTEMPT_VIEWS] as const;
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
