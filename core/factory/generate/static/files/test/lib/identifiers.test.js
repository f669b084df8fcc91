import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../public/lib/identifiers.js";

test("identifiers are UUIDs of version 7 that begin with the time", () => {
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(newId(0xffff_0123_4567).startsWith("ffff0123-4567-7"));
});

test("identifiers sort in the order in which they were made, even if the clock stands still or goes back", () => {
  const ids = [5, 5, 5, 4].map((now) => newId(now));
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, 4);
});
