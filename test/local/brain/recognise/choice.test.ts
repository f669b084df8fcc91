import { expect, it } from "@jest/globals";
import { chosenIn } from "#local/brain/recognise/read/choice.ts";

it.each([
  ["both", [0, 1, 2]],
  ["all of them please", [0, 1, 2]],
  ["neither", []],
  ["none of them", []],
  ["the first", [0]],
  ["the second one", [1]],
  ["1 and 3", [0, 2]],
  ["only the last one", [2]],
  ["yes, the first and the third", [0, 2]],
  ["beide", [0, 1, 2]],
  ["das zweite bitte", [1]],
  ["keines davon", []],
  ["le premier et le troisième", [0, 2]],
  ["aucun", []],
  ["la segunda", [1]],
  ["ninguno", []],
  ["ambos", [0, 1, 2]],
])("%j chooses %j of three", (message, chosen) => {
  expect(chosenIn(message, 3)).toEqual(chosen);
});

it.each(["yes", "the first chapter", "add tags", "the fourth", "both and a calendar", "2 users", ""])(
  "%j chooses nothing",
  (message) => {
    expect(chosenIn(message, 3)).toBeNull();
  },
);
