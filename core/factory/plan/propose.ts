import type { DesignImage } from "#core/factory/conversation/conversation.ts";
import { type Plan, type Proposal, planHash } from "#core/factory/plan/plan.ts";
import { type ConsultantAnswer, consultant } from "#core/factory/prompts/consultant.ts";
import { getArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { ask, type CallRecord } from "#core/model/ask.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/** What a person asked for. */
export interface Wish {
  readonly tenant: string;
  /** The person's words, oldest first. */
  readonly words: readonly string[];
  /** What was proposed before the newest of them. */
  readonly previous: Proposal | null;
  readonly deploy: boolean;
  readonly publish: boolean;
  readonly image: DesignImage | null;
}

/** What the consultant said. */
export interface Proposed {
  /** Null when the request cannot be built; `speech` then says why. */
  readonly plan: Plan | null;
  readonly plan_hash: string | null;
  readonly speech: string;
  readonly question: string | null;
  /** The call that gave it. */
  readonly call: CallRecord;
}

export type ProposeServices = WithArtifacts & WithConverser & WithClock & WithModels;

/** Asks the consultant for a plan, and keeps it. `onUnusable` is told of each call without a usable answer. */
export async function propose(
  services: ProposeServices,
  wish: Wish,
  onUnusable: (call: CallRecord) => Promise<void> | void,
): Promise<Proposed> {
  const { words, previous, deploy, publish } = wish;
  const { answer, call } = await ask(
    services,
    consultant,
    { messages: words, previous, deploy, publish, has_design_image: wish.image !== null },
    {
      model: services.models.consultant,
      timeout_ms: timeLimitMs("consultant", consultant),
      onUnusable,
      ...(await imageOf(services, wish)),
    },
  );
  const plan = answer.proposal ? planOf(wish, answer) : null;
  if (plan) await putArtifact(services.artifacts, wish.tenant, canonicalJson(plan));
  const { speech, question } = answer;
  return { plan, plan_hash: plan ? planHash(plan) : null, speech, question, call };
}

function planOf({ words, deploy, publish, image }: Wish, { proposal }: ConsultantAnswer): Plan {
  return {
    ...(proposal as NonNullable<typeof proposal>),
    deploy,
    publish,
    request: [...words],
    design_image: image?.sha256 ?? null,
  };
}

async function imageOf({ artifacts }: WithArtifacts, { tenant, image }: Wish) {
  if (!image) return {};
  return {
    image: { media_type: image.media_type, bytes: await getArtifact(artifacts, tenant, image.sha256) },
  };
}
