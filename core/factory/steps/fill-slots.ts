import { limitsOf } from "#core/factory/architect/policy-limits.ts";
import { type SlotToFill, slotFile, withSlots } from "#core/factory/architect/slots.ts";
import { stepsTo } from "#core/factory/generate/acceptance/custom-pages.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { evaluate } from "#core/factory/policy/evaluate.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { fillSlots as prompt } from "#core/factory/prompts/fill-slots.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { type OpenMission, policyOf } from "#core/factory/steps/context.ts";
import { draftInTurns } from "#core/factory/steps/draft-in-turns.ts";
import { type ErrorCode, GantryError } from "#core/kernel/errors.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { CallServices } from "#core/model/call.ts";
import { capabilitiesOf } from "#core/model/capabilities.ts";
import type { WithModels } from "#core/model/model-ids.ts";

/** Errors after which the app is built without the model's pages. */
const WITHOUT_MODEL: ReadonlySet<ErrorCode> = new Set(["ModelRefused", "ModelUnavailable", "PolicyDenied"]);

interface Filled {
  readonly manifest: Manifest;
  readonly calls: readonly SignalDraft[];
  /** Why the slots are empty, as a sentence; null if they are filled. */
  readonly left_out: string | null;
}

/**
 * Has the architect's model write the custom pages of a generated app. Without a usable answer the app stays as it was
 * generated: it works without these pages, and its owner is told why they are missing.
 */
export async function fillSlots(
  services: CallServices & WithModels & WithPolicies,
  opened: OpenMission,
  generated: Manifest,
  specification: Specification,
  slots: readonly SlotToFill[],
): Promise<Filled> {
  if (capabilitiesOf(services.models.architect).drafts !== "files")
    return { manifest: generated, calls: [], left_out: "No language model is connected." };
  const policy = await policyOf(services, opened.state);
  const named = slots.map((slot) => ({
    ...slot,
    path: slotFile(slot),
    steps: stepsTo(slot, specification),
  }));
  try {
    const filled = await draftInTurns(services, opened, {
      policy,
      prompt,
      input: { specification, slots: named, limits: { forbidden: limitsOf(policy).forbidden } },
      design: null,
      limits: { only: new Set(named.map(({ path }) => path)) },
      assemble: (files, app) => withSlots(generated, specification, slots, { files, app }),
    });
    const [finding] = evaluate(policy, filled.manifest);
    return finding
      ? { manifest: generated, calls: filled.calls, left_out: finding.reason }
      : { ...filled, left_out: null };
  } catch (error) {
    if (!(error instanceof GantryError && WITHOUT_MODEL.has(error.code))) throw error;
    return { manifest: generated, calls: [], left_out: error.message };
  }
}
