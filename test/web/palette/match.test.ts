import { expect, it } from "@jest/globals";
import { matching } from "#web/palette/match.ts";

const TITLES = ["Missions", "Plant tracker", "Réglages", "Tracker of plants", "Start a build"];
const found = (query: string) => matching(TITLES, query, (title) => title);

it.each([
  ["everything for nothing", "  ", TITLES],
  ["what contains all words, in any order", "plant track", ["Plant tracker", "Tracker of plants"]],
  ["first what begins with the query", "tracker", ["Tracker of plants", "Plant tracker"]],
  ["letters without their accents", "reglages", ["Réglages"]],
  ["letters with accents that were left out", "RÉG", ["Réglages"]],
  ["nothing that lacks a word", "plant missions", []],
])("finds %s", (_, query, titles) => {
  expect(found(query)).toEqual(titles);
});
