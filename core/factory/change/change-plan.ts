import { editsBetween, retyped } from "#core/factory/change/edits.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import type { Plan } from "#core/factory/plan/plan.ts";

/** What a change can be about, for a person whose request was none. */
const CHANGEABLE =
  "You can change its name, colours, theme and light or dark scheme, and add or remove fields, views, functions and kinds of records.";

const MAX_EDITS = 100;

/** The plan of a change with a sentence about its edits; no plan if the request does not change the app. */
export interface ChangePlan {
  readonly plan: Plan | null;
  readonly speech: string;
}

/**
 * The plan of a new app as the plan of a change of a released one. Keeps the name of its project, by which browsers
 * store the records, and its design image. No plan for another app, for what changes nothing, and for fields whose
 * type would change.
 */
export function changePlan(plan: Plan, { project, release, plan: released }: ReleasedApp): ChangePlan {
  const { specification } = plan;
  if (specification?.kind !== "app")
    return refuse(`A change keeps ${released.title} an app of records. ${CHANGEABLE}`);
  const kept = specification.entities.some(({ id }) =>
    released.specification.entities.some((entity) => entity.id === id),
  );
  if (!kept) return refuse(`That would be another app than ${released.title}. ${CHANGEABLE}`);
  const [fault] = retyped(released.specification, specification);
  if (fault !== undefined) return refuse(`${fault} What people have entered cannot be converted.`);
  const edits = editsBetween(released.specification, specification).slice(0, MAX_EDITS);
  if (edits.length === 0) return refuse(`I found nothing to change in ${released.title}. ${CHANGEABLE}`);
  const { kind, project_name, stack, design_image } = released;
  const change = { project, release: release.release, tree: release.tree, edits };
  return {
    plan: { ...plan, kind, project_name, stack, design_image, change },
    speech: edits.join(" "),
  };
}

const refuse = (speech: string): ChangePlan => ({ plan: null, speech });
