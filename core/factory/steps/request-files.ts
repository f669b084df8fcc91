import { draftByTurns } from "#core/factory/architect/draft-turns.ts";
import { evaluate } from "#core/factory/policy/evaluate.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { draftFiles } from "#core/factory/prompts/draft-files.ts";
import { callFact, type OpenMission, policyOf, record } from "#core/factory/steps/context.ts";
import type { Design } from "#core/factory/steps/design.ts";
import type { FirstDraft } from "#core/factory/steps/first-draft.ts";
import { type CallServices, caller } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import type { ModelMessage } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/** Requests the draft of an app from a language model, file by file. Throws ModelRefused. */
export async function requestFiles(
  services: CallServices & WithModels & WithPolicies,
  opened: OpenMission,
  design: Design | null,
): Promise<FirstDraft> {
  const { plan, tenant } = opened.state;
  const policy = await policyOf(services, opened.state);
  const by = services.models.architect;
  const prompt = draftFiles(plan.stack);
  const call = caller(services, prompt, {
    model: by,
    payer: { tenant, limits: policy.models },
    timeout_ms: timeLimitMs("architect", prompt),
    onUnusable: (failed) => record(opened, [callFact(failed)]),
  });
  const image = design && { path: design.path, media_type: design.media_type };
  const first: ModelMessage = {
    role: "user",
    text: prompt.render({ plan, design_image: image, limits: limitsOf(policy) }).toWellFormed(),
    ...(design ? { image: design } : {}),
  };
  let last: CallRecord | undefined;
  const manifest = await draftByTurns({
    plan,
    first,
    maxFiles: policy.builder.draft_files,
    policyFaults: (manifest) =>
      evaluate(policy, manifest).map(({ path, reason }) => (path ? `${path}: ${reason}` : reason)),
    async listen(messages, accept) {
      const { reply, record: made } = await call(messages, { accept });
      if (last) await record(opened, [callFact(last)]);
      last = made;
      return reply;
    },
  }).catch(async (error: unknown) => {
    if (last) await record(opened, [callFact(last)]);
    throw error;
  });
  return {
    manifest,
    by,
    actor: { kind: "agent", id: "architect" },
    calls: last ? [callFact(last)] : [],
  };
}

/** What the policy demands of a draft, for the model. */
function limitsOf({ builder, dependencies, forbidden }: Policy) {
  return {
    files: builder.draft_files,
    dependencies,
    forbidden: forbidden.map(({ paths, reason }) => ({ files: paths ?? "all files", reason })),
  };
}
