import assert from "node:assert/strict";
import { test } from "node:test";
import { press, START } from "../public/model/calculator.js";
import { faultText } from "../public/model/faults.js";

const faultOf = (keys) => [...keys, "="].reduce(press, START).error;

test("each calculation without a result is explained", () => {
  for (const keys of ["1÷0", "2+", "("]) {
    assert.notEqual(faultOf(keys), "");
    assert.notEqual(faultText(faultOf(keys), "."), "");
  }
  assert.ok(faultText("Unexpected “)”", ".").includes(")"));
  assert.equal(faultText("", "."), "");
});

test("a sign that does not belong there is named as the page writes it", () => {
  assert.equal(faultText("Unexpected “.”", ","), faultText("Unexpected “,”", ","));
});
