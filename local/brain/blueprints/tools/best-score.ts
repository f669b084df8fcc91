import type { BlueprintFeature } from "#local/brain/blueprint.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";

/** The best result of a game, kept in the browser. */
export const BEST_SCORE: BlueprintFeature = {
  id: "best_score",
  title: "Best score",
  spoken: "the best score",
  synonyms: phrases(`best score, high score, highscore, record, personal best, best result, best,
    Bestenliste, Rekord, meilleur score, mejor puntuación`),
  default: true,
};

/** Files of `shared/best` that belong to it. */
export const BEST_SCORE_MODULES: Readonly<Record<string, string>> = {
  "public/lib/best.js": "best_score",
  "test/best.test.js": "best_score",
};
