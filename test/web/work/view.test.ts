import { expect, it } from "@jest/globals";
import { workSearch } from "#web/work/view.ts";

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
