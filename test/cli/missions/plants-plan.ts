import type { Plan } from "#core/factory/plan/plan.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { PLAN } from "#test/support/evidence.ts";

/** A plan with a specification and a ledger with each outcome. */
export const PLANTS_PLAN: Plan = {
  ...PLAN,
  kind: "app",
  questions: [
    { id: "place", question: "Which places are there?", options: [], default: "Inside and outside" },
  ],
  specification: PLANTS,
  ledger: [
    { words: "please", message: 0, outcome: "context", by: null },
    { words: "photos", message: 0, outcome: "met", by: "entities.plant.photo" },
    { words: "calendar", message: 0, outcome: "met", by: "views.calendar" },
    { words: "searching", message: 0, outcome: "met", by: "behaviours.search" },
    { words: "plants", message: 0, outcome: "met", by: "entities.plant" },
    { words: "no tags", message: 0, outcome: "met", by: "absent.tags" },
    { words: "green", message: 0, outcome: "met", by: "look.accent" },
    { words: "plants", message: 0, outcome: "met", by: "entities.plant" },
    { words: "tracker", message: 0, outcome: "met_by_kind", by: null },
    { words: "places", message: 0, outcome: "asked", by: "place" },
    { words: "login", message: 1, outcome: "refused", by: "accounts need a server" },
  ],
};
