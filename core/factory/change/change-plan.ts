import { retyped } from "#core/factory/change/edits.ts";
import { planEdits } from "#core/factory/change/plan-edits.ts";
import { plannedFiles } from "#core/factory/change/planned-files.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import { committedEdits } from "#core/factory/change/repository/committed-edits.ts";
import type { EditWords } from "#core/factory/change/words/edit-words.ts";
import { EDIT_WORDS } from "#core/factory/change/words/words.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { planLocale } from "#core/factory/plan/plan-locale.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { truncated } from "#core/kernel/text.ts";

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
 * store the records, and its design image. No plan for another app, for what changes nothing, for fields whose type
 * would change, and where it conflicts with what was edited since the app was generated. What was committed is no
 * reason for a plan in which everything that was asked for is refused.
 */
export async function changePlan(
  services: WithArtifacts & WithLibrary,
  tenant: string,
  plan: Plan,
  app: ReleasedApp,
): Promise<ChangePlan> {
  const { project, release, plan: released, repository } = app;
  const words = EDIT_WORDS[planLocale(released)];
  const fault = faultOf(words, released, plan);
  if (fault !== undefined) return { plan: null, speech: fault };
  const { kind, project_name, stack, design_image, design_message } = released;
  const { design_message: _, ...planned } = plan;
  const image = { design_image, ...(design_message !== undefined && { design_message }) };
  const changed = { ...planned, kind, project_name, stack, ...image };
  const own = planEdits(words, released, changed);
  const isOnlyRefused = own.length === 0 && refusesAny(changed, released);
  const edits = [...(isOnlyRefused ? [] : committedEdits(words, repository)), ...own]
    .slice(0, MAX_EDITS)
    .map((edit) => truncated(edit, EDIT_CHARACTERS));
  if (edits.length === 0)
    return { plan: null, speech: `${words.nothing(released.title)} ${words.changeable[kindOf(released)]}` };
  const files = await filesOf(services, tenant, app, changed);
  if (files instanceof GantryError) return { plan: null, speech: files.message };
  const { release: number, tree } = release;
  const change = {
    project,
    release: number,
    tree,
    edits,
    ...(files && { files }),
    ...(repository && { repository }),
  };
  return { plan: { ...changed, change }, speech: edits.join(" ") };
}

/** Whether something that the messages of the change ask for is refused. */
const refusesAny = ({ ledger = [] }: Plan, released: Plan): boolean =>
  ledger.some(({ message, outcome }) => message >= released.request.length && outcome === "refused");

/** The files that a change touches, if they are known, or the refusal that names its conflicts. */
async function filesOf(...planned: Parameters<typeof plannedFiles>) {
  try {
    return await plannedFiles(...planned);
  } catch (error) {
    if (error instanceof GantryError && error.code === "UnsupportedRequest") return error;
    throw error;
  }
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
