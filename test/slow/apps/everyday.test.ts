import { describe } from "@jest/globals";
import { testSentences } from "./sentences.ts";

describe("an everyday app", () => {
  testSentences([
    "plant watering tracker with photos and a calendar",
    "habit tracker",
    "recipe book with ingredients per recipe",
    "inventory with low-stock warning and totals",
    "workout log with a chart",
  ]);
});
