import assert from "node:assert/strict";
import { test } from "node:test";
import { nextName, totalOf } from "../public/features/several.js";

const nameOf = (number) => "{{say_counter}}".replace("%", number);

test("a new counter gets a name that no other has", () => {
  assert.equal(nextName([{ name: nameOf(1) }]), nameOf(2));
  assert.equal(nextName([{ name: nameOf(2) }]), nameOf(3));
});

test("all counters add up", () => {
  assert.equal(totalOf([{ count: 3 }, { count: -1 }]), 2);
  assert.equal(totalOf([]), 0);
});
