import { expect, it } from "@jest/globals";
import { linesIn, workSearch } from "#web/work/view.ts";

it("reads what an address names, and nothing else", () => {
  expect(workSearch({ view: "files", attempt: 2, path: "a.js" })).toEqual({
    view: "files",
    attempt: 2,
    path: "a.js",
  });
  for (const attempt of [0, -1, 1.5, "2", null, Number.NaN])
    expect(workSearch({ attempt }).attempt).toBeUndefined();
  expect(workSearch({ view: "__proto__", path: "" })).toEqual({
    view: undefined,
    attempt: undefined,
    path: undefined,
  });
});

it.each([
  [120, { first: 120, last: 120 }],
  ["120", { first: 120, last: 120 }],
  ["120-140", { first: 120, last: 140 }],
  ["140-120", { first: 120, last: 140 }],
  ["0", undefined],
  ["-5", undefined],
  ["1-", undefined],
  ["1-2-3", undefined],
  ["9999999999", undefined],
  ["<b>", undefined],
  [undefined, undefined],
  [{}, undefined],
])("reads the lines that %j names", (line, expected) => {
  expect(linesIn(line)).toEqual(expected);
  const { first, last } = expected ?? {};
  expect(workSearch({ line }).line).toBe(first === last ? first : `${first}-${last}`);
});
