import { openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type ChartView = Extract<View, { kind: "chart" }>;

export const CHART: ViewModule<ChartView> = {
  kind: "chart",
  factory: "chartView",
  options: ({ shape, group, measure, period }) => ({ shape, group, measure, period }),
  promise: ({ name }, { locale }) => planText("chartView", locale, { name }),
  steps: (view, { path, form, entity }) => {
    const filled = (id: string) => form.example(id, 0) !== null;
    const also = [view.group, ...(view.measure ? [view.measure] : [])].filter(filled);
    const field = (id: string | undefined) => entity.fields.find((each) => each.id === id);
    const group = field(view.group);
    const shown = group?.type === "choice" ? form.example(view.group, 0)?.shown : null;
    return [
      ...form.start(),
      ...form.create(0, { also }),
      openPath(path),
      seeIn(".numbers", shown ?? field(view.measure)?.name ?? entity.plural),
    ];
  },
};
