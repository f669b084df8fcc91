import assert from "node:assert/strict";
import { test } from "node:test";
import { dateIn, isZone, offsetAt, offsetText, timeIn } from "../public/model/zones.js";

const at = (text) => Date.parse(text);
const plain = { locale: "en-GB", hour12: false, seconds: false };

test("a zone has another offset in summer", () => {
  assert.equal(offsetAt("America/New_York", at("2026-01-15T12:00Z")), -300);
  assert.equal(offsetAt("America/New_York", at("2026-07-15T12:00Z")), -240);
  assert.equal(offsetAt("Europe/Berlin", at("2026-07-15T12:00Z")), 120);
});

test("summer is in January in the south", () => {
  assert.equal(offsetAt("Australia/Sydney", at("2026-01-15T12:00Z")), 660);
  assert.equal(offsetAt("Australia/Sydney", at("2026-07-15T12:00Z")), 600);
});

test("the hour that is left out in spring is never shown", () => {
  assert.equal(timeIn("America/New_York", at("2026-03-08T06:59Z"), plain), "01:59");
  assert.equal(timeIn("America/New_York", at("2026-03-08T07:00Z"), plain), "03:00");
});

test("offsets can have minutes", () => {
  assert.equal(offsetText(offsetAt("Asia/Kathmandu", at("2026-01-15T12:00Z"))), "UTC+5:45");
  assert.deepEqual([offsetText(0), offsetText(-180), offsetText(-210)], ["UTC", "UTC−3", "UTC−3:30"]);
});

test("the day is that of the zone", () => {
  assert.match(dateIn("Pacific/Auckland", at("2026-06-30T13:00Z"), "en-GB"), /1 July/);
  assert.match(dateIn("America/Los_Angeles", at("2026-07-01T03:00Z"), "en-GB"), /30 June/);
});

test("midnight is 00 of 24 hours and 12 of 12", () => {
  assert.equal(timeIn("UTC", at("2026-01-15T00:05Z"), plain), "00:05");
  assert.match(timeIn("UTC", at("2026-01-15T00:05:09Z"), { locale: "en-US", hour12: true, seconds: true }), /^12:05:09\sAM$/);
});

test("an unknown zone is none", () => {
  assert.deepEqual([isZone("Europe/Paris"), isZone("Europe/Atlantis"), isZone(undefined)], [true, false, false]);
});
