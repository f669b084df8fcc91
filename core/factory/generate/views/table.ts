import { attribute, button, click, openPath, see } from "#core/factory/generate/acceptance/steps.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type TableView = Extract<View, { kind: "table" }>;

export const TABLE: ViewModule<TableView> = {
  kind: "table",
  factory: "tableView",
  options: ({ sums }) => ({ sums: sums.length > 0 ? sums : undefined }),
  promise: ({ name }) => `“${name}” is a table that is sorted by its headings`,
  steps: (view, { path, form, entity }) => {
    const [id = ""] = view.fields;
    const heading = entity.fields.find((field) => field.id === id)?.name ?? "";
    const turned = view.sort?.field === id && !view.sort.descending;
    return [
      ...form.start(),
      ...form.create(0),
      openPath(path),
      see(form.named(0)),
      click(button(heading)),
      attribute({ css: `th:has(#sort-${id})` }, "aria-sort", turned ? "descending" : "ascending"),
    ];
  },
};
