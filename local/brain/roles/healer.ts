import { z } from "zod";

/** The input of the healer is ignored, because the heal rules have already been applied. */
export const healerInputSchema = z.looseObject({});

export interface HealerAnswer {
  readonly repaired: false;
  readonly reason: string;
  readonly edits: readonly [];
  readonly files: readonly [];
  readonly deleted: readonly [];
  readonly locators: readonly [];
}

/** Always replies that no repair is possible. */
export function heal(): HealerAnswer {
  return {
    repaired: false,
    reason:
      "The heal rules found nothing to repair, and the offline brain cannot rewrite code. Connect a model to continue.",
    edits: [],
    files: [],
    deleted: [],
    locators: [],
  };
}
