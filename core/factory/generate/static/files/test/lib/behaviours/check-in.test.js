import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { recordsApp } from "../../support/records-app.js";
import { addDays, currentDay } from "../../../public/lib/calculate.js";
import { checkIn } from "../../../public/lib/behaviours/check-in.js";

const habit = checkIn({ entity: "task" });

test("a check-in keeps today, and a second one takes it back", async () => {
  const yesterday = addDays(currentDay(), -1);
  const { app, record } = await recordsApp({ records: [{ id: "a", title: "Run", checked_on: [yesterday] }] });
  const press = async () => {
    habit.actions(record("a"), app)[0].run();
    await settled();
  };
  await press();
  assert.deepEqual(record("a").checked_on, [yesterday, currentDay()]);
  assert.equal(habit.actions(record("a"), app)[0].pressed, true);
  assert.match(habit.badges(record("a"), app)[0].text, /2/);
  await press();
  assert.deepEqual(record("a").checked_on, [yesterday]);
});

test("a record that was never done has no badge", async () => {
  const { app } = await recordsApp();
  assert.deepEqual(habit.badges({}, app), []);
});
