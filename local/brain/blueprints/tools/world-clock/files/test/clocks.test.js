import assert from "node:assert/strict";
import { test } from "node:test";
import { addClock, FIRST, parseClocks, removeClock } from "../public/model/clocks.js";

test("a city is added once and can be removed", () => {
  const clocks = addClock(FIRST, { name: "Somewhere", zone: "America/Lima" });
  assert.equal(clocks.length, FIRST.length + 1);
  assert.equal(addClock(clocks, { name: "Somewhere", zone: "America/Lima" }), clocks);
  assert.deepEqual(removeClock(clocks, "Somewhere"), FIRST);
});

test("stored cities without a known zone are left out", () => {
  const stored = [FIRST[0], FIRST[0], { id: "Atlantis", zone: "Sea/Atlantis" }, null, 7];
  assert.deepEqual(parseClocks(stored), [FIRST[0]]);
  assert.throws(() => parseClocks({}), TypeError);
});
