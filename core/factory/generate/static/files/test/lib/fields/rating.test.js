import assert from "node:assert/strict";
import { test } from "node:test";
import { rating } from "../../../public/lib/fields/rating.js";
import { fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const taste = rating({ id: "taste", name: "Taste", max: 3 });

test("a rating has one star or more, up to its maximum", () => {
  assert.equal(taste.check(1, app), null);
  assert.equal(taste.check(3, app), null);
  for (const value of [0, 4, 1.5]) assert.equal(taste.check(value, app), "ratingInvalid", value);
});

test("a rating is shown as a part of its maximum and imported again", () => {
  assert.equal(taste.format(2, app), "2/3");
  assert.equal(taste.fromText(taste.toText(2, app), app), 2);
  assert.equal(taste.fromText("2", app), 2);
  assert.equal(taste.fromText("4", app), undefined);
  assert.equal(taste.fromText("", app), null);
});
