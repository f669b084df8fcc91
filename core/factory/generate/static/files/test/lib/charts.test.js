import assert from "node:assert/strict";
import { test } from "node:test";
import "../support/browser.js";
import { barChart, lineChart, slices } from "../../public/lib/charts.js";

const SHOWN = { title: "T", description: "D", text: String };
const groups = (...values) => values.map((value, index) => ({ label: `Group ${index}`, value }));
const numbers = (node, selector, name) => node.querySelectorAll(selector).map((each) => Number(each.getAttribute(name)));

test("bars start at 0, and their heights are in the proportion of the values", () => {
  const chart = barChart(groups(2, 4), SHOWN);
  const [small, large] = numbers(chart, ".chart-bar", "height");
  assert.ok(Math.abs(large - 2 * small) < 0.05);
  const zero = Number(chart.querySelector(".chart-zero").getAttribute("y1"));
  const [top] = numbers(chart, ".chart-bar", "y");
  assert.ok(Math.abs(top + small - zero) < 0.05);
});

test("a negative value hangs below 0", () => {
  const chart = barChart(groups(-2, 4), SHOWN);
  const zero = Number(chart.querySelector(".chart-zero").getAttribute("y1"));
  assert.ok(Math.abs(numbers(chart, ".chart-bar", "y")[0] - zero) < 0.05);
});

test("a line passes over groups without a value", () => {
  const chart = lineChart(groups(5, null, 7), SHOWN);
  assert.equal(chart.querySelectorAll(".chart-dot").length, 2);
  assert.equal(chart.querySelector(".chart-line").getAttribute("points").split(" ").length, 2);
  assert.equal(lineChart(groups(null), SHOWN).querySelectorAll(".chart-dot").length, 0);
});

test("values that are all 0, and a single value, can be drawn", () => {
  for (const chart of [barChart(groups(0, 0), SHOWN), lineChart(groups(5), SHOWN)]) {
    assert.ok(!/NaN|Infinity/.test(chart.querySelectorAll("rect, circle, line").map((each) => ["y", "cy", "y1", "height"].map((name) => each.getAttribute(name))).join()));
  }
});

test("slices make up the whole", () => {
  const [first, second] = slices(groups(1, 3));
  assert.deepEqual([first.from, first.to, second.from, second.to], [0, 0.25, 0.25, 1]);
});

test("labels do not overlap: all names of a few groups are shown, some of many, none beyond the edge", () => {
  const names = (chart) => chart.querySelectorAll(".chart-label").map((each) => each.textContent);
  assert.equal(names(barChart(groups(1, 2, 3), SHOWN)).length, 3);
  const many = names(lineChart(groups(...Array.from({ length: 60 }, (_, index) => index)), SHOWN));
  assert.ok(many.length > 2 && many.length < 10, String(many.length));
});

test("the numbers beside a chart have room, however long they are", () => {
  const chart = barChart(groups(1), { ...SHOWN, text: () => "1,000,000.00 EUR" });
  assert.ok(Number(chart.querySelector(".chart-grid").getAttribute("x1")) > 16 * 7);
});

test("the numbers beside a chart of hours are whole hours or round parts of them", () => {
  const chart = barChart(groups(95 * 60), { ...SHOWN, unit: 60 });
  const marks = chart.querySelectorAll(".chart-tick").map((each) => Number(each.textContent));
  assert.deepEqual(marks, [0, 20, 40, 60, 80, 100].map((minutes) => minutes * 60));
});
