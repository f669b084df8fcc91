import { z } from "zod";

/** The healer's input is not looked at: the rule-based fixers have already done what rules can. */
export const healerInputSchema = z.looseObject({});

export interface HealerAnswer {
  readonly repaired: false;
  readonly reason: string;
  readonly files: readonly [];
  readonly deleted: readonly [];
}

/** The offline brain never claims a repair it cannot make. */
export function heal(): HealerAnswer {
  return {
    repaired: false,
    reason:
      "The rule-based fixers found nothing to repair, and the offline brain has no model to rewrite code with. Connect a model to go further.",
    files: [],
    deleted: [],
  };
}
