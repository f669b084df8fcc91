import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTENT } from "../public/content.js";

/** Every text in the content, with its path. */
function texts(value, path = "content") {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

test("no text is empty or left as filler", () => {
  for (const [path, text] of texts(CONTENT)) {
    assert.notEqual(text.trim(), "", path);
    assert.doesNotMatch(text, /lorem|ipsum|TODO|TBD/i, path);
  }
});

test("there is a lead of a readable length", () => {
  assert.ok(CONTENT.lead.length > 20 && CONTENT.lead.length < 200);
});

test("lists have no two entries of the same name", () => {
  for (const list of Object.values(CONTENT).filter(Array.isArray)) {
    const names = list.map(({ title, name, question }) => title ?? name ?? question);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length >= 3);
  }
});
