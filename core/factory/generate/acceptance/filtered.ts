import type { Acceptance } from "#core/factory/acceptance.ts";
import type { ViewPlace } from "#core/factory/generate/views/view-module.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { View } from "#core/factory/specification/view.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { Entries } from "./candidates.ts";
import { entriesWhere, entriesWhereNot } from "./entries-where.ts";
import { openPath, reload, see, seeIn } from "./steps.ts";

/** The kinds of views that show a record by its name, whatever it has; the others only count what passes. */
const NAMING: readonly View["kind"][] = ["list", "table", "gallery", "board", "print"];

/**
 * The promises of a view with a filter, the one that says most first: of two records, it shows or counts the one that passes
 * and not the other; it shows or counts one that passes. Without those for which steps cannot enter the values.
 */
export function ofFiltered(view: View, place: ViewPlace): Acceptance[] {
  const { filter = [] } = view;
  const { form, specification } = place;
  const { locale } = specification;
  const passing = entriesWhere(filter, place);
  const found = entriesWhereNot(filter, place);
  if (!passing) return [];
  const failing = found && !repeatsUnique(passing, found, place) ? found : null;
  const create = (n: number, entries: Entries) => form.create(n, { also: [...entries.keys()], entries });
  const shown = [
    openPath(place.path),
    // Without the message about what was added, which has its name.
    reload,
    ...(NAMING.includes(view.kind) ? [see(form.named(0))] : []),
    // In place of what is not seen, because a notice can name any record.
    seeIn(".count", translate("count", locale, { count: 1 })),
  ];
  const one = [...form.start(), ...create(0, passing)];
  return [
    ...(failing
      ? [
          {
            name: planText("filtered", locale, { name: view.name }),
            steps: [...one, ...create(1, failing), ...shown],
          },
        ]
      : []),
    { name: planText("matching", locale, { name: view.name }), steps: [...one, ...shown] },
  ];
}

/** Whether two records would have the same value in a field in which that is refused. */
function repeatsUnique(one: Entries, other: Entries, { entity }: ViewPlace): boolean {
  return entity.fields.some(({ id, unique }) => {
    const [a, b] = [one.get(id)?.steps ?? [], other.get(id)?.steps ?? []];
    return unique && a.length > 0 && canonicalJson(a) === canonicalJson(b);
  });
}
