import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import { DARK_MODE, SHARED_MODULES } from "#local/brain/blueprints/common-features.ts";
import { lookSettings } from "#local/brain/blueprints/look/look.ts";
import { button, click, darkModeAcceptance, fill, open, reload, see } from "#local/brain/blueprints/steps.ts";
import {
  BEST_SCORE,
  EDITOR,
  EXPLANATIONS,
  FIRST_OF_GAME_7,
  QUIZ_INHERENT,
  QUIZ_NAMES,
  QUIZ_PURPOSES,
  REVIEW,
  SHUFFLE,
  SHUFFLE_MODULES,
  TIMER,
} from "./features.ts";

/** A general knowledge quiz that scores in the browser. */
export const QUIZ: Blueprint = {
  kind: "quiz",
  stack: "static",
  title: "Quiz",
  spoken: "a general knowledge quiz",
  hue: 325,
  synonyms: QUIZ_NAMES,
  purposes: QUIZ_PURPOSES,
  inherent: QUIZ_INHERENT,
  summary:
    "A general knowledge quiz that runs in the browser: twelve questions, one right answer each, and a score.",
  features: [SHUFFLE, EXPLANATIONS, DARK_MODE, BEST_SCORE, REVIEW, TIMER, EDITOR],
  settings: lookSettings(QUIZ_NAMES),
  modules: {
    ...SHARED_MODULES,
    ...SHUFFLE_MODULES,
    "public/features/shuffle.js": "shuffle",
    "test/shuffle.test.js": "shuffle",
    "public/features/timer.js": "timer",
    "test/timer.test.js": "timer",
    "public/features/best-score.js": "best_score",
    "test/best-score.test.js": "best_score",
    "public/features/editor.js": "editor",
    "test/editor.test.js": "editor",
  },
  folders: ["shared/look/files", "shared/random/files", "shared/files", "quiz/files"],
  audit_command: "node --test",
  run_command: "npx serve public",
  acceptance,
};

const start = click(button("Start the quiz"));
const pickA: AcceptanceStep = { do: "press", key: "a" };
const playAll: AcceptanceStep[] = Array.from({ length: 12 }, (): AcceptanceStep[] => [
  pickA,
  { do: "press", target: { css: "#next" }, key: "Enter" },
]).flat();

function acceptance(has: Switches, title: string): Acceptance[] {
  const promises: Acceptance[] = [
    {
      name: "The quiz starts with its first question",
      steps: [open(), see(title), start, see("Question 1 of 12")],
    },
    {
      name: "A picked answer is judged and the next question follows",
      steps: [open(), start, pickA, click(button("Next question")), see("Question 2 of 12")],
    },
    { name: "The quiz ends with a result", steps: [open(), start, ...playAll, see("of 12 right")] },
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
        pickA,
        { do: "attribute", target: { css: ".note" }, name: "class", value: "note" },
      ],
    });
  if (has("best_score"))
    promises.push({
      name: "The best score is kept over a reload",
      steps: [open(), start, ...playAll, see("Your best so far"), reload, see("Your best so far")],
    });
  if (has("review"))
    promises.push({
      name: "Missed questions are shown at the end",
      steps: [open(), start, ...playAll, see("Worth another look")],
    });
  if (has("timer"))
    promises.push({ name: "Each question shows the time left", steps: [open(), start, see("s left")] });
  if (has("editor"))
    promises.push({
      name: "Own questions join the quiz",
      steps: [
        open(),
        click(button("Own questions")),
        fill("Question text", "Is tea good?"),
        fill("Option 1", "Yes"),
        fill("Option 2", "Very"),
        click(button("Add question")),
        click(button("Delete: Is tea good?")),
        click(button("Undo")),
        click(button("Close")),
        see("13 questions"),
      ],
    });
  return promises;
}
