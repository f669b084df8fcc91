import { expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

const chartsOf = (request: string) =>
  (readRequest([request]).specification?.views ?? []).flatMap((view) =>
    view.kind === "chart" ? [[view.name, view.group, view.period]] : [],
  );

it.each([
  ["an expense tracker", ["Chart by month", "date", "month"]],
  ["workouts by month", ["Chart", "date", "month"]],
  ["books I read, with a chart per month", ["Chart", "finished_on", "month"]],
  ["Ausgaben pro Monat", ["Diagramm nach Monat", "datum", "month"]],
  ["mes dépenses par mois", ["Graphique par mois", "date", "month"]],
  ["mis gastos por mes", ["Gráfico por mes", "fecha", "month"]],
])("%j has a chart of months", (request, chart) => {
  expect(chartsOf(request)).toContainEqual(chart);
});

it("leaves the chart of other dates to the span of the dates", () => {
  expect(chartsOf("a workout log with a chart")).toEqual([["Chart", "date", undefined]]);
});
