import { describe } from "@jest/globals";
import { testSentences } from "./sentences.ts";

describe("an app for work", () => {
  testSentences([
    "A CRM for a dentist",
    "a calculator",
    "a landing page for a bakery",
    "Website für mein Yogastudio in Berlin mit Preisen und Öffnungszeiten Mo-Fr 8-20",
    "LinkedIn-style feed",
    "Trello clone in green",
  ]);
});
