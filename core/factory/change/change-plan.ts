import { retyped } from "#core/factory/change/edits.ts";
import { planEdits } from "#core/factory/change/plan-edits.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import type { EditWords } from "#core/factory/change/words/edit-words.ts";
import { EDIT_WORDS } from "#core/factory/change/words/words.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { planLocale } from "#core/factory/plan/plan-locale.ts";

const MAX_EDITS = 100;
/** Longest sentence of an edit. */
const EDIT_CHARACTERS = 300;

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
  const words = EDIT_WORDS[planLocale(released)];
  const fault = faultOf(words, released, plan);
  if (fault !== undefined) return { plan: null, speech: fault };
  const { kind, project_name, stack, design_image } = released;
  const changed = { ...plan, kind, project_name, stack, design_image };
  const edits = planEdits(words, released, changed)
    .slice(0, MAX_EDITS)
    .map((edit) =>
      edit.length <= EDIT_CHARACTERS ? edit : `${edit.slice(0, EDIT_CHARACTERS - 1).toWellFormed()}…`,
    );
  if (edits.length === 0)
    return { plan: null, speech: `${words.nothing(released.title)} ${words.changeable[kindOf(released)]}` };
  const change = { project, release: release.release, tree: release.tree, edits };
  return { plan: { ...changed, change }, speech: edits.join(" ") };
}

/** Why a plan cannot be a change of the released one, as a sentence. */
function faultOf(words: EditWords, before: Plan, after: Plan): string | undefined {
  const changeable = words.changeable[kindOf(before)];
  if (kindOf(before) !== kindOf(after)) return `${words.otherKind(before.title)} ${changeable}`;
  const [was, is] = [before.specification, after.specification];
  if (was?.kind !== "app" || is?.kind !== "app") return undefined;
  const isKept = is.entities.some(({ id }) => was.entities.some((entity) => entity.id === id));
  if (!isKept) return `${words.otherApp(before.title)} ${changeable}`;
  return retyped(words, was, is)[0];
}

const kindOf = ({ specification }: Plan): "app" | "site" | "custom" => specification?.kind ?? "custom";
