import { type Entries, merged } from "#core/factory/generate/acceptance/candidates.ts";
import { entriesWhere } from "#core/factory/generate/acceptance/entries-where.ts";
import type { Entry } from "#core/factory/generate/acceptance/form-steps.ts";
import { control } from "#core/factory/generate/acceptance/forms.ts";
import { shownNumber } from "#core/factory/generate/acceptance/shown-number.ts";
import { openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Field } from "#core/factory/specification/field.ts";
import { DATES, valueType } from "#core/factory/specification/value-type.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type ChartView = Extract<View, { kind: "chart" }>;

export const CHART: ViewModule<ChartView> = {
  kind: "chart",
  factory: "chartView",
  options: ({ shape, group, measure, op, period }) => ({ shape, group, measure, op, period }),
  promise: (view, specification) => {
    const entity = specification.entities.find(({ id }) => id === view.entity);
    return entity && charted(view, { specification, entity })
      ? planText("chartView", specification.locale, { name: view.name })
      : null;
  },
  steps: (view, { path, form, entity, specification }) => {
    const known = charted(view, { specification, entity });
    if (!known) return [];
    const { entries, label, number } = known;
    return [
      ...form.start(),
      ...form.create(0, { also: [...entries.keys()], entries }),
      openPath(path),
      ...(label ? [seeIn(".numbers tbody th", label)] : []),
      // The headings of the table are there without numbers.
      seeIn(".numbers tbody td", number),
    ];
  },
};

/** What to enter so that the chart counts a record, the name of its group if that is certain, and its number. */
function charted(view: ChartView, place: FieldPlace) {
  const field = (id: string | undefined) => place.entity.fields.find((each) => each.id === id);
  const [group, measure] = [field(view.group), field(view.measure)];
  const grouped = group && groupedEntries(group, place);
  const number = measure ? shownNumber(measure, place) : { entries: new Map<string, Entry>(), text: "1" };
  const entries = grouped && number ? merged(grouped, number.entries) : null;
  if (!group || !number || !entries) return null;
  const label = group.type === "choice" ? (entries.get(group.id)?.shown ?? null) : null;
  return { entries, label, number: number.text };
}

/** What to enter so that a record is in a group; null if it could be in none, as one without a day. */
function groupedEntries(group: Field, place: FieldPlace): Entries | null {
  const example = fieldModule(group.type).example(group, 0, place);
  const steps = example?.steps(control(group)) ?? [];
  if (example && steps.length > 0) return new Map([[group.id, { steps, shown: example.shown }]]);
  if (!DATES.includes(valueType(group)) || group.type === "created_at") return new Map();
  return entriesWhere([{ field: group.id, is: "not_empty" }], place);
}
