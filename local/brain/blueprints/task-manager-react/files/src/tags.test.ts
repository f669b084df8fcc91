import { expect, test } from "vitest";
import { readTags } from "./tags";

test("tags are split, cleaned, kept once, and five at most", () => {
  expect(readTags(" Home, #errands,home,, big job")).toEqual(["home", "errands", "big-job"]);
  expect(readTags("a,b,c,d,e,f")).toHaveLength(5);
  expect(readTags(undefined)).toEqual([]);
});
