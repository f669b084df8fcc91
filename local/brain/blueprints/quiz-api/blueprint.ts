import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import { DARK_MODE, SHARED_MODULES } from "#local/brain/blueprints/common-features.ts";
import { lookSettings } from "#local/brain/blueprints/look/look.ts";
import {
  BEST_SCORE,
  EXPLANATIONS,
  FIRST_OF_GAME_7,
  QUIZ_INHERENT,
  QUIZ_NAMES,
  QUIZ_PURPOSES,
  REVIEW,
  SHUFFLE,
  SHUFFLE_MODULES,
} from "#local/brain/blueprints/quiz/features.ts";
import { button, click, darkModeAcceptance, open, reload, see } from "#local/brain/blueprints/steps.ts";

/** The quiz with an API: questions and scoring on the server, which is stateless. */
export const QUIZ_API: Blueprint = {
  kind: "quiz",
  stack: "node-api",
  title: "Quiz",
  spoken: "a general knowledge quiz with an API",
  hue: 325,
  synonyms: QUIZ_NAMES,
  purposes: QUIZ_PURPOSES,
  inherent: [...QUIZ_INHERENT, "scored on server", "endpoint", "json", "http"],
  summary:
    "A general knowledge quiz whose answers never leave the server: functions hand out the questions, judge and score. They keep nothing between calls.",
  features: [SHUFFLE, EXPLANATIONS, DARK_MODE, BEST_SCORE, REVIEW],
  settings: lookSettings(QUIZ_NAMES),
  modules: {
    ...SHARED_MODULES,
    ...SHUFFLE_MODULES,
    "public/features/best-score.js": "best_score",
    "test/best-score.test.js": "best_score",
  },
  folders: ["shared/look/files", "shared/random/files", "shared/files", "quiz-api/files"],
  audit_command: "node --test",
  run_command: "npx vercel dev",
  acceptance,
};

const start = click(button("Start the quiz"));
const answerOne: AcceptanceStep[] = [click({ css: ".option:nth-child(1)" }), click({ css: "#next" })];
const playAll = Array.from({ length: 12 }, () => answerOne).flat();

function acceptance(has: Switches, title: string): Acceptance[] {
  const promises: Acceptance[] = [
    {
      name: "The quiz starts with a question from the server",
      steps: [open(), see(title), start, see("Question 1 of 12")],
    },
    {
      name: "The server judges an answer and the next question follows",
      steps: [open(), start, ...answerOne, see("Question 2 of 12")],
    },
    { name: "The server scores a whole run", steps: [open(), start, ...playAll, see("of 12 right")] },
  ];
  if (has("dark_mode")) promises.push(darkModeAcceptance());
  if (has("shuffle"))
    promises.push({
      name: "Questions come in random order and none is lost",
      steps: [open("/?game=7"), start, see(FIRST_OF_GAME_7), ...playAll, see("of 12 right")],
    });
  if (has("explanations"))
    promises.push({
      name: "An answered question is explained",
      steps: [
        open(),
        start,
        click({ css: ".option:nth-child(1)" }),
        { do: "attribute", target: { css: ".note" }, name: "class", value: "note" },
      ],
    });
  if (has("best_score"))
    promises.push({
      name: "The best score is kept over a reload",
      steps: [open(), start, ...playAll, see("of 12 right"), reload, see("Your best so far")],
    });
  if (has("review"))
    promises.push({
      name: "Missed questions are shown at the end",
      steps: [open(), start, ...playAll, see("Worth another look")],
    });
  return promises;
}
