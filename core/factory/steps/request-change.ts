import { type Assembled, draftApp } from "#core/factory/architect/draft-app.ts";
import { limitsOf } from "#core/factory/architect/policy-limits.ts";
import type { ChangeStart } from "#core/factory/change/start-change.ts";
import { weakenedPromises } from "#core/factory/draft/kept-promises.ts";
import { excerpts } from "#core/factory/heal/excerpts.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { changeFiles } from "#core/factory/prompts/change-files.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { type OpenMission, policyOf } from "#core/factory/steps/context.ts";
import { draftInTurns } from "#core/factory/steps/draft-in-turns.ts";
import type { FirstDraft } from "#core/factory/steps/first-draft.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import type { CallServices } from "#core/model/call.ts";
import type { WithModels } from "#core/model/model-ids.ts";

/** Tokens of the files that are shown to the model. */
const SHOWN_TOKENS = 24_000;

/**
 * Has a language model change an app that it or another model wrote. It sees the files that matter and returns those that
 * change; all others stay as they are, byte for byte. Throws ModelRefused.
 */
export async function requestChange(
  services: CallServices & WithModels & WithPolicies,
  opened: OpenMission,
  { source: before, change, plan: released }: ChangeStart,
): Promise<FirstDraft> {
  const { plan } = opened.state;
  const policy = await policyOf(services, opened.state);
  const words = plan.request.slice(released.request.length);
  const shown = excerpts(
    before.files,
    { stack: stackOf(plan.stack), failure: [...words, ...change.edits].join("\n") },
    SHOWN_TOKENS,
  );
  const { title, summary, stack, features, acceptance } = plan;
  const { manifest, calls } = await draftInTurns(services, opened, {
    policy,
    prompt: changeFiles(stack),
    input: {
      plan: { title, summary, stack, features, acceptance },
      change: { words, edits: change.edits },
      files: shown.files,
      other_files: shown.others,
      acceptance: before.acceptance,
      run_command: before.run_command,
      limits: limitsOf(policy),
    },
    design: null,
    existing: before.files,
    limits: { partly: new Set(shown.others) },
    assemble: (files, app) => changedApp(plan, before, files, app, change.repository !== undefined),
  });
  return { manifest, by: services.models.architect, actor: { kind: "agent", id: "architect" }, calls };
}

/** What people have committed can be released as it is: then no file has to become different. */
function changedApp(
  plan: Plan,
  before: Manifest,
  files: readonly SourceFile[],
  app: unknown,
  mayBeSame: boolean,
): Assembled {
  const isSame = files.length === before.files.length && files.every((file) => before.files.includes(file));
  if (isSame && !mayBeSame) return { faults: ["No file is different from what it was."] };
  const drafted = draftApp(plan, files, app);
  if ("faults" in drafted) return drafted;
  const faults = weakenedPromises(before.acceptance, drafted.manifest.acceptance, plan.acceptance);
  return faults.length > 0 ? { faults } : drafted;
}
