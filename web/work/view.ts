import type { Attempt, Mission } from "#sdk/typescript/api.ts";

/** What of an attempt can be shown. */
const ATTEMPT_VIEWS = ["preview", "output", "files", "checks"] as const;
export type AttemptView = (typeof ATTEMPT_VIEWS)[number];

/** What of a mission can be shown beside its records: the steps of its machine, and its attempts. */
export const VIEWS = ["machine", ...ATTEMPT_VIEWS] as const;
type View = (typeof VIEWS)[number];

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
  /** A line of the build's output, or several: `120`, `120-140`. */
  readonly line?: string | number | undefined;
}

/** What an address names; anything else in it is left out. */
export function workSearch({ view, attempt, path, line }: Readonly<Record<string, unknown>>): WorkSearch {
  return {
    view: VIEWS.find((each) => each === view),
    attempt: typeof attempt === "number" && Number.isInteger(attempt) && attempt > 0 ? attempt : undefined,
    path: typeof path === "string" && path !== "" ? path : undefined,
    line: lineSearch(line),
  };
}

/** The first and last line that a text or number names; undefined for anything else. */
export function linesIn(line: unknown): { readonly first: number; readonly last: number } | undefined {
  const [, start, end] = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(String(line)) ?? [];
  if (start === undefined) return undefined;
  const [a, b] = [Number(start), Number(end ?? start)];
  return { first: Math.min(a, b), last: Math.max(a, b) };
}

/** Lines as the address names them: one as a number. */
export function lineSearch(line: unknown): WorkSearch["line"] {
  const lines = linesIn(line);
  return lines && (lines.first === lines.last ? lines.first : `${lines.first}-${lines.last}`);
}
