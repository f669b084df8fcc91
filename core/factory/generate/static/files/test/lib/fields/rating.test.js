import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { rating } from "../../../public/lib/fields/rating.js";
import { edit, fieldApp } from "../../support/field-app.js";

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

test("the stars are radio buttons, and a rating that is not required can be taken away", () => {
  const { box, read } = edit(taste, 2, app);
  assert.equal(read(), 2);
  assert.deepEqual(box.querySelectorAll("input").map(({ value, type }) => [value, type]), ["1", "2", "3", "0"].map((value) => [value, "radio"]));
  box.querySelector('input[value="3"]').click();
  assert.equal(read(), 3);
  box.querySelector('input[value="0"]').click();
  assert.equal(read(), null);
  assert.equal(edit(rating({ id: "taste", name: "Taste", required: true }), null, app).box.querySelectorAll("input").length, 5);
});

test("the stars have a text for those who do not see them", () => {
  const stars = taste.cell(2, app);
  assert.equal(stars.textContent, "★★☆");
  assert.equal(stars.getAttribute("aria-label"), "ratingStars");
});
