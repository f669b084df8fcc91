import assert from "node:assert/strict";
import { test } from "node:test";
import { nextName, totalOf } from "../public/features/several.js";

test("a new counter gets a name that no other has", () => {
  assert.equal(nextName([{ name: "Counter 1" }]), "Counter 2");
  assert.equal(nextName([{ name: "Counter 2" }]), "Counter 3");
});

test("all counters add up", () => {
  assert.equal(totalOf([{ count: 3 }, { count: -1 }]), 2);
  assert.equal(totalOf([]), 0);
});
