import { attribute, button, click, openPath, seeListed } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type TableView = Extract<View, { kind: "table" }>;

export const TABLE: ViewModule<TableView> = {
  kind: "table",
  factory: "tableView",
  options: (view, specification) => {
    const sums = ownSums(view, specification);
    return { sums: sums.length > 0 ? sums : undefined };
  },
  promise: ({ name }, { locale }) => planText("tableView", locale, { name }),
  steps: (view, { path, form, entity }) => {
    const [id = ""] = view.fields;
    const heading = entity.fields.find((field) => field.id === id)?.name ?? "";
    const turned = view.sort?.field === id && !view.sort.descending;
    return [
      ...form.start(),
      ...form.create(0),
      openPath(path),
      seeListed(form.named(0)),
      click(button(heading)),
      attribute({ css: `th:has(#sort-${id})` }, "aria-sort", turned ? "descending" : "ascending"),
    ];
  },
};

/** The sums that the totals of the records do not show already, below every view. */
function ownSums({ entity, sums }: TableView, { behaviours }: Specification): string[] {
  const totals = behaviours.flatMap((each) =>
    each.kind === "totals" && each.entity === entity ? each.fields : [],
  );
  return sums.filter((field) => !totals.includes(field));
}
