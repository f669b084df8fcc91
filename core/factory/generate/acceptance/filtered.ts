import type { Acceptance } from "#core/factory/acceptance.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Comparison } from "#core/factory/specification/formula.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import { enterDay, FUTURE, PAST } from "./dated.ts";
import type { Entry, FormSteps } from "./form-steps.ts";
import { openPath, reload, see, seeIn } from "./steps.ts";

type Entries = ReadonlyMap<string, Entry>;

/** The kinds of views that show a record by its name, whatever it has; the others only count what passes. */
const NAMING: readonly View["kind"][] = ["list", "table", "gallery", "board", "print"];

/**
 * The promise of a view with a filter: of two records, it shows or counts the one that passes and not the other. Undefined where
 * steps cannot enter a value that passes, or one that does not.
 */
export function ofFiltered(
  view: View,
  entity: Entity,
  form: FormSteps,
  path: string,
  specification: Specification,
): Acceptance | undefined {
  const { filter = [] } = view;
  const { locale } = specification;
  const [decisive, ...others] = filter;
  const sameField = new Set(filter.map(({ field }) => field)).size < filter.length;
  if (!decisive || sameField || view.kind === "detail") return undefined;
  const rest = others.map((each) => entriesOf(each, true, entity, form, specification));
  const passing = all([entriesOf(decisive, true, entity, form, specification), ...rest]);
  const failing = all([entriesOf(decisive, false, entity, form, specification), ...rest]);
  if (!passing || !failing) return undefined;
  return {
    name: planText("filtered", locale, { name: view.name }),
    steps: [
      ...form.start(),
      ...form.create(0, { also: [...passing.keys()], entries: passing }),
      ...form.create(1, { also: [...failing.keys()], entries: failing }),
      openPath(path),
      // Without the message about what was added, which has its name.
      reload,
      ...(NAMING.includes(view.kind) ? [see(form.named(0))] : []),
      // In place of what is not seen, because a notice can name any record.
      seeIn(".count", translate("count", locale, { count: 1 })),
    ],
  };
}

function all(parts: readonly (Entries | null)[]): Entries | null {
  const found = parts.filter((part) => part !== null);
  return found.length === parts.length ? new Map(found.flatMap((part) => [...part])) : null;
}

/** What to enter so that a comparison holds, or does not; null if that is not known. */
function entriesOf(
  comparison: Comparison,
  holds: boolean,
  entity: Entity,
  form: FormSteps,
  specification: Specification,
): Entries | null {
  const field = entity.fields.find(({ id }) => id === comparison.field);
  if (!field || field.id === entity.display || field.unique) return null;
  if (comparison.than) {
    if (!("today" in comparison.than)) return null;
    const past = comparison.is === "at_most" || comparison.is === "less";
    const future = comparison.is === "at_least" || comparison.is === "more";
    if (!past && !future) return null;
    return enterDay(field, past === holds ? PAST : FUTURE, entity, specification)?.entries ?? null;
  }
  if (comparison.is === "empty" || comparison.is === "not_empty")
    return filled(field, (comparison.is === "not_empty") === holds, form);
  if (comparison.is === "equal" || comparison.is === "not_equal")
    return chosen(field, comparison.value, (comparison.is === "equal") === holds, form);
  return null;
}

/** An example of the field, or nothing in a field that can be left empty. */
function filled(
  { id, type, required, default: initial }: Field,
  full: boolean,
  form: FormSteps,
): Entries | null {
  const example = form.example(id, 0);
  if (!example || example.steps.length === 0 || required || initial !== undefined || type === "boolean")
    return null;
  return new Map([[id, full ? example : { steps: [], shown: null }]]);
}

/** The option or yes or no that is the value, or another one. */
function chosen(field: Field, value: Comparison["value"], same: boolean, form: FormSteps): Entries | null {
  if (field.type !== "choice" && field.type !== "boolean") return null;
  const values = field.type === "boolean" ? [true, false] : (field.options ?? []).map(({ id }) => id);
  const n = values.findIndex((each) => (each === value) === same);
  const example = n < 0 ? null : form.example(field.id, n);
  return example && new Map([[field.id, example]]);
}
