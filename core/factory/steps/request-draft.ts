import { forModel } from "#core/factory/design-image/for-model.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { architect } from "#core/factory/prompts/architect.ts";
import { callFact, type OpenMission, payerOf, record } from "#core/factory/steps/context.ts";
import type { Design } from "#core/factory/steps/design.ts";
import type { FirstDraft } from "#core/factory/steps/first-draft.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ask } from "#core/model/ask.ts";
import type { CallServices } from "#core/model/call.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/** Requests the draft of an app from the architect. Throws ModelRefused, also for a draft on another stack. */
export async function requestDraft(
  services: CallServices & WithModels & WithPolicies,
  opened: OpenMission,
  design: Design | null,
): Promise<FirstDraft> {
  const { plan } = opened.state;
  const by = services.models.architect;
  const shown = forModel(design);
  const { answer, call } = await ask(
    services,
    architect,
    { plan, design_image: design && { path: design.path, media_type: design.media_type } },
    {
      model: by,
      payer: await payerOf(services, opened.state),
      timeout_ms: timeLimitMs("architect", architect.agent),
      ...(shown ? { image: shown } : {}),
      faults: (manifest) => draftFaults({ plan, manifest, before: null }),
      onUnusable: (call) => record(opened, [callFact(call)]),
    },
  );
  if (answer.stack !== plan.stack)
    throw new GantryError(
      "ModelRefused",
      `The architect drafted an app for the stack '${answer.stack}'; the plan requires '${plan.stack}'.`,
    );
  return { manifest: answer, by, actor: { kind: "agent", id: "architect" }, calls: [callFact(call)] };
}
