import { draftApp } from "#core/factory/architect/draft-app.ts";
import { limitsOf } from "#core/factory/architect/policy-limits.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { draftFiles } from "#core/factory/prompts/draft-files.ts";
import type { OpenMission } from "#core/factory/steps/context.ts";
import { policyOf } from "#core/factory/steps/context.ts";
import type { Design } from "#core/factory/steps/design.ts";
import { draftInTurns } from "#core/factory/steps/draft-in-turns.ts";
import type { FirstDraft } from "#core/factory/steps/first-draft.ts";
import type { CallServices } from "#core/model/call.ts";
import type { WithModels } from "#core/model/model-ids.ts";

/** Requests the draft of an app from a language model, file by file. Throws ModelRefused. */
export async function requestFiles(
  services: CallServices & WithModels & WithPolicies,
  opened: OpenMission,
  design: Design | null,
): Promise<FirstDraft> {
  const { plan } = opened.state;
  const policy = await policyOf(services, opened.state);
  const image = design && { path: design.path, media_type: design.media_type };
  const { manifest, calls } = await draftInTurns(services, opened, {
    policy,
    prompt: draftFiles(plan.stack),
    input: { plan, design_image: image, limits: limitsOf(policy) },
    design,
    assemble: (files, app) => draftApp(plan, files, app),
  });
  return { manifest, by: services.models.architect, actor: { kind: "agent", id: "architect" }, calls };
}
