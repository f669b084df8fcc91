import type { Acceptance } from "#core/factory/acceptance.ts";

/** A promise of an app, and the part of its specification that would be missed without it: `views.board`. */
export interface Promised {
  readonly part: string;
  readonly acceptance: Acceptance;
}
