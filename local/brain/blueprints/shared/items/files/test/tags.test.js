import assert from "node:assert/strict";
import { test } from "node:test";
import { readTags, tags, tagsOf } from "../public/features/tags.js";

test("tags are split, cleaned and kept once", () => {
  assert.deepEqual(readTags(" Home, #errands,home,, big job"), ["home", "errands", "big-job"]);
});

test("at most five tags are kept and nonsense gives none", () => {
  assert.equal(readTags("a,b,c,d,e,f").length, 5);
  assert.deepEqual(readTags(undefined), []);
  assert.deepEqual(readTags([1, "a"]), ["a"]);
});

test("a view of one tag shows only its tasks", () => {
  assert.equal(tags.matches({ tags: ["home"] }, { tag: "home" }), true);
  assert.equal(tags.matches({ tags: ["work"] }, { tag: "home" }), false);
  assert.equal(tags.matches({ tags: [] }, { tag: "" }), true);
});

test("all tags in use are listed in order", () => {
  assert.deepEqual(tagsOf([{ tags: ["work", "home"] }, { tags: ["home"] }]), ["home", "work"]);
});
