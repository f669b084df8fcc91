import type { DesignImage } from "#core/factory/conversation/conversation.ts";
import { type Plan, type Proposal, planHash, proposalSchema } from "#core/factory/plan/plan.ts";
import { proposalFaults } from "#core/factory/plan/proposal-faults.ts";
import { withPromises } from "#core/factory/plan/with-promises.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import { getArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { ask } from "#core/model/ask.ts";
import type { CallServices } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/** A person's request for an app. */
export interface Wish {
  readonly tenant: string;
  /** The person's messages, oldest first. */
  readonly words: readonly string[];
  /** The plan before the newest message. */
  readonly previous: Plan | null;
  readonly deploy: boolean;
  readonly publish: boolean;
  readonly image: DesignImage | null;
}

/** The consultant's answer. */
export interface Proposed {
  /** Null when the request cannot be built; `speech` then states why. */
  readonly plan: Plan | null;
  readonly plan_hash: string | null;
  /** Whether the newest message only asked something: the plan is the previous one if any, and the message no part of it. */
  readonly aside: boolean;
  readonly speech: string;
  readonly question: string | null;
  /** The model call that returned it. */
  readonly call: CallRecord;
}

export type ProposeServices = WithArtifacts & CallServices & WithModels & WithPolicy;

/** Requests a plan from the consultant and stores it. Calls `onUnusable` for each call without a usable answer. */
export async function propose(
  services: ProposeServices,
  wish: Wish,
  onUnusable: (call: CallRecord) => Promise<void> | void,
): Promise<Proposed> {
  const { words, deploy, publish } = wish;
  const previous = wish.previous && proposalSchema.strip().parse(wish.previous);
  const { answer, call } = await ask(
    services,
    consultant,
    { messages: words, previous, deploy, publish, has_design_image: wish.image !== null },
    {
      model: services.models.consultant,
      payer: { tenant: wish.tenant, limits: services.policy.models },
      timeout_ms: timeLimitMs("consultant", consultant),
      onUnusable,
      faults: ({ proposal }) => (proposal ? proposalFaults(proposal, words.length) : []),
      ...(await imageOf(services, wish)),
    },
  );
  const aside = answer.aside === true && answer.proposal === null;
  const plan = aside ? keptPlan(wish) : answer.proposal && planOf(wish, answer.proposal);
  if (plan) await putArtifact(services.artifacts, wish.tenant, canonicalJson(plan));
  const { speech, question } = answer;
  return { plan, plan_hash: plan ? planHash(plan) : null, aside, speech, question, call };
}

/** The previous plan, with the settings that came with the message. */
const keptPlan = ({ previous, deploy, publish, image }: Wish): Plan | null =>
  previous && { ...previous, deploy, publish, design_image: image?.sha256 ?? null };

function planOf({ words, deploy, publish, image }: Wish, proposal: Proposal): Plan {
  return {
    ...withPromises(proposal),
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
