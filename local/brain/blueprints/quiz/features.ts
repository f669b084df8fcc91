import type { BlueprintFeature } from "#local/brain/blueprint.ts";
import { doing } from "#local/brain/blueprints/phrases.ts";

/** Common parts of the quizzes in all stacks. */
export const QUIZ_NAMES = [
  "quiz",
  "quiz app",
  "quiz game",
  "trivia",
  "trivia game",
  "trivia quiz",
  "trivia app",
  "general knowledge quiz",
  "multiple choice quiz",
  "quiz website",
  "multiple choice test",
  "question game",
];
export const QUIZ_PURPOSES = doing(["test", "quiz"], ["knowledge", "general knowledge", "trivia", "people"]);
export const QUIZ_INHERENT = [
  "question",
  "answer",
  "option",
  "score",
  "point",
  "right",
  "wrong",
  "correct",
  "result",
  "multiple choice",
  "choice",
  "trivia",
  "general knowledge",
  "progress",
  "progress bar",
  "start",
  "restart",
  "play again",
  "final score",
  "keyboard",
  "feedback",
  "player",
  "game",
  "round",
  "knowledge",
  "scoring",
  "test",
  "answering",
  "fun",
];
export const TIMER: BlueprintFeature = {
  id: "timer",
  title: "Timer",
  spoken: "a timer",
  synonyms: ["timer", "timed", "time limit", "countdown", "countdown timer", "clock", "seconds per question"],
  default: false,
  ask: "Should each question be timed?",
};
export const SHUFFLE: BlueprintFeature = {
  id: "shuffle",
  title: "Random order",
  synonyms: [
    "shuffle",
    "shuffled",
    "shuffling",
    "random order",
    "random",
    "randomised",
    "randomized",
    "randomise",
    "randomize",
    "random question",
    "mixed order",
  ],
  default: true,
};
/** What decides the order, from a seed that the address can name. */
export const SHUFFLE_MODULES = {
  "public/lib/random.js": "shuffle",
  "test/random.test.js": "shuffle",
} as const;
/** The question that `?game=7` begins with; without an order of its own, a quiz begins with another. */
export const FIRST_OF_GAME_7 = "Which gas do plants take in from the air?";
export const EXPLANATIONS: BlueprintFeature = {
  id: "explanations",
  title: "Explanations",
  synonyms: ["explanation", "explain", "explain answer", "explained", "hint", "why"],
  default: true,
};
export const BEST_SCORE: BlueprintFeature = {
  id: "best_score",
  title: "Best score",
  spoken: "the best score",
  synonyms: [
    "best score",
    "high score",
    "highscore",
    "record",
    "best result",
    "save score",
    "saved score",
    "score history",
    "persistence",
    "save",
  ],
  default: true,
};
export const REVIEW: BlueprintFeature = {
  id: "review",
  title: "Review of mistakes",
  spoken: "a review of mistakes",
  synonyms: [
    "review",
    "review mistake",
    "mistake review",
    "review of mistake",
    "review answer",
    "mistake",
    "wrong answer review",
    "summary of mistake",
  ],
  default: true,
};
export const EDITOR: BlueprintFeature = {
  id: "editor",
  title: "Own questions",
  spoken: "your own questions",
  synonyms: [
    "own question",
    "question editor",
    "editor",
    "add question",
    "custom question",
    "add own question",
    "edit question",
    "write question",
    "create question",
    "enter question",
  ],
  default: false,
  ask: "Do you want to add your own questions?",
};
