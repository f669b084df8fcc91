import { expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

const chartOf = (request: string) =>
  readRequest([request]).specification?.views?.find(({ kind }) => kind === "chart");

it.each([
  ["weight tracker", "weight"],
  ["blood pressure log", "systolic"],
  ["book list with ratings and a bar chart of ratings per genre", "rating"],
  ["mood journal with a chart of energy", "energy"],
])("%j averages several values of %s in a chart", (request, measure) => {
  expect(chartOf(request)).toMatchObject({ measure, op: "average" });
});

it.each([
  ["workout log with a chart", "duration"],
  ["egg collection log", "count"],
  ["an expense tracker with a line chart", "amount"],
])("%j adds up several values of %s in a chart", (request, measure) => {
  const chart = chartOf(request);
  expect(chart).toMatchObject({ measure });
  expect(chart).not.toHaveProperty("op");
});
