import type { Assembled } from "#core/factory/architect/draft-app.ts";
import type { DraftLimits } from "#core/factory/architect/draft-reader.ts";
import { DRAFT_MS, LEAST_TURN_MS, TURN_MS } from "#core/factory/architect/draft-time.ts";
import { draftByTurns } from "#core/factory/architect/draft-turns.ts";
import { forModel } from "#core/factory/design-image/for-model.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { evaluate } from "#core/factory/policy/evaluate.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { callFact, type OpenMission, record } from "#core/factory/steps/context.ts";
import type { Design } from "#core/factory/steps/design.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { type CallServices, caller } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import type { ModelMessage } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { TextPrompt } from "#core/model/prompt.ts";

interface Drafting<I> {
  readonly policy: Policy;
  readonly prompt: TextPrompt<I>;
  readonly input: I;
  readonly design: Design | null;
  readonly assemble: (files: readonly SourceFile[], app: unknown) => Assembled;
  /** The files of the app that is to be changed. */
  readonly existing?: readonly SourceFile[];
  readonly limits?: Omit<DraftLimits, "maxFiles">;
}

/**
 * Has the architect's model write files for a mission, and records each call but the last, whose signal is returned with
 * the draft. Throws ModelRefused.
 */
export async function draftInTurns<I>(
  services: CallServices & WithModels,
  opened: OpenMission,
  { policy, prompt, input, design, assemble, existing = [], limits }: Drafting<I>,
): Promise<{ readonly manifest: Manifest; readonly calls: readonly SignalDraft[] }> {
  const end = services.clock.now() + DRAFT_MS;
  const shown = forModel(design);
  const call = caller(services, prompt, {
    model: services.models.architect,
    payer: { tenant: opened.state.tenant, limits: policy.models },
    timeout_ms: DRAFT_MS,
    call_ms: TURN_MS,
    onUnusable: (failed) => record(opened, [callFact(failed)]),
  });
  const first: ModelMessage = {
    role: "user",
    text: prompt.render(input).toWellFormed(),
    ...(shown && { image: shown }),
  };
  let last: CallRecord | undefined;
  const recordLast = async () => {
    if (last) await record(opened, [callFact(last)]);
  };
  try {
    const manifest = await draftByTurns({
      first,
      existing,
      limits: { maxFiles: policy.builder.draft_files, ...limits },
      assemble,
      hasTime: () => end - services.clock.now() >= LEAST_TURN_MS,
      policyFaults: (manifest) =>
        evaluate(policy, manifest).map(({ path, reason }) => (path ? `${path}: ${reason}` : reason)),
      async callModel(messages, accept) {
        const { reply, record: made } = await call(messages, { accept });
        await recordLast();
        last = made;
        return reply;
      },
    });
    return { manifest, calls: last ? [callFact(last)] : [] };
  } catch (error) {
    await recordLast();
    throw error;
  }
}
