import assert from "node:assert/strict";
import { test } from "node:test";
import { compareLists, compareOptions, optionText, readOption } from "../../public/lib/options.js";

const options = [
  { id: "low", name: "Low" },
  { id: "high", name: "High" },
  { id: "other", name: "this, that" },
  { id: "swap", name: "low" },
];

test("the text of an option leads back to it", () => {
  for (const { id } of options) assert.equal(readOption(options, optionText(options, id)), id);
  assert.equal(optionText(options, "high"), "High");
  assert.equal(readOption(options, " HIGH "), "high");
  assert.equal(readOption(options, "medium"), undefined);
});

test("options are ordered as they are listed, unknown ones last", () => {
  assert.deepEqual(["gone", "other", "low", "also_gone", "high"].sort((a, b) => compareOptions(options, a, b)), ["low", "high", "other", "also_gone", "gone"]);
});

test("lists are ordered by their first difference, then by their length", () => {
  const compare = (a, b) => a - b;
  const lists = [[2], [1, 2], [], [1], [1, 1, 9]];
  assert.deepEqual(lists.sort((a, b) => compareLists(a, b, compare)), [[], [1], [1, 1, 9], [1, 2], [2]]);
});
