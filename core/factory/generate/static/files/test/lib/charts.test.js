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

test("values that are all 0, and a single value, can be drawn", () => {
  for (const chart of [barChart(groups(0, 0), SHOWN), lineChart(groups(5), SHOWN)]) {
    assert.ok(!/NaN|Infinity/.test(chart.querySelectorAll("rect, circle, line").map((each) => ["y", "cy", "y1", "height"].map((name) => each.getAttribute(name))).join()));
  }
});

test("slices make up the whole", () => {
  const [first, second] = slices(groups(1, 3));
  assert.deepEqual([first.from, first.to, second.from, second.to], [0, 0.25, 0.25, 1]);
});
