import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { DomEvent } from "../../support/dom.js";
import { currentDay } from "../../../public/lib/calculate.js";
import { calendarView, dayAfterKey } from "../../../public/lib/views/calendar.js";

const date = { id: "day", type: "date" };

async function calendar(records) {
  const { app, task } = await recordsApp({ fields: [date], records });
  const page = calendarView(app, { id: "calendar", name: "Calendar", entity: task, date: "day" }).render();
  document.body.replaceChildren(page);
  return { app, page };
}

test("a record is on its day, and today is marked", async () => {
  const { page } = await calendar([{ id: "a", title: "Dentist", day: currentDay() }]);
  const today = page.querySelector(`[data-day="${currentDay()}"]`);
  assert.equal(today.getAttribute("aria-current"), "date");
  assert.equal(today.querySelector(".record-link").textContent, "Dentist");
});

test("the buttons lead to other months and back to today", async () => {
  const { page } = await calendar([]);
  const heading = () => page.querySelector("h2").textContent;
  const first = heading();
  document.getElementById("calendar-next").click();
  assert.notEqual(heading(), first);
  document.getElementById("calendar-today").click();
  assert.equal(heading(), first);
});

test("any day can be chosen, and is then the one that the Tab key reaches", async () => {
  const { page } = await calendar([{ id: "a", title: "Moon landing", day: "1969-07-20" }]);
  const choose = (day) => {
    const chooser = document.getElementById("calendar-day");
    chooser.value = day;
    chooser.dispatchEvent(new DomEvent("change"));
  };
  choose("1969-07-20");
  const day = page.querySelector('[data-day="1969-07-20"]');
  assert.equal(day.getAttribute("tabindex"), "0");
  assert.equal(day.querySelector(".record-link").textContent, "Moon landing");
  for (const half of ["", "0019-07-20"]) choose(half);
  assert.ok(page.querySelector('[data-day="1969-07-20"]'));
});

test("one day can be reached by the Tab key, and the arrow keys lead to the others", async () => {
  const { page } = await calendar([]);
  const reachable = () => page.querySelectorAll("[data-day]").filter((each) => each.getAttribute("tabindex") === "0");
  assert.equal(reachable().length, 1);
  reachable()[0].dispatchEvent(new DomEvent("keydown", { key: "ArrowRight" }));
  assert.equal(reachable()[0].getAttribute("data-day"), dayAfterKey(currentDay(), "ArrowRight", 1));
});

test("keys lead to the day before and after, a week, the ends of the week and another month", () => {
  const after = (key) => dayAfterKey("2026-03-31", key, 1);
  assert.deepEqual(
    ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "x"].map(after),
    ["2026-03-30", "2026-04-01", "2026-03-24", "2026-04-07", "2026-03-30", "2026-04-05", "2026-02-28", "2026-04-30", null],
  );
});

test("records without a date are counted", async () => {
  const { page } = await calendar([{ id: "a", title: "Some time", day: null }]);
  assert.match(page.querySelector(".calendar-undated").textContent, /1/);
});
