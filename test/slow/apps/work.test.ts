import { describe } from "@jest/globals";
import { testSentences } from "./sentences.ts";

describe("an app for work", () => {
  testSentences([
    "A CRM for a dentist",
    "a calculator",
    "a landing page for a bakery",
    "LinkedIn-style feed",
    "Trello clone in green",
  ]);
});
