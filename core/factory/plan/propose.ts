import { changePlan } from "#core/factory/change/change-plan.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import type { DesignImage } from "#core/factory/conversation/conversation.ts";
import { designColors } from "#core/factory/design-image/colors.ts";
import { forModel } from "#core/factory/design-image/for-model.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import { MAX_REQUEST, type Plan, type Proposal, planHash, proposalSchema } from "#core/factory/plan/plan.ts";
import { proposalFaults } from "#core/factory/plan/proposal-faults.ts";
import { withPromises } from "#core/factory/plan/with-promises.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import { getArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ask } from "#core/model/ask.ts";
import type { CallServices } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { isLanguageModel } from "#core/model/capabilities.ts";
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
  /** The app that is to be changed; absent for a new app. */
  readonly released?: ReleasedApp;
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

export type ProposeServices = WithArtifacts & CallServices & WithModels & WithPolicy & WithLibrary;

const NOT_SHOWN =
  "The design image is larger than 3.75 MB, which no model accepts: only its colors are used, and it stays in the app.";

interface ProposeOptions {
  /** Called for each call without a usable answer. */
  readonly onUnusable: (call: CallRecord) => Promise<void> | void;
  /** How long the caller can wait, in milliseconds; without it, as long as the longest answer takes. */
  readonly within_ms?: number;
}

/** Requests a plan from the consultant and stores it. */
export async function propose(
  services: ProposeServices,
  wish: Wish,
  { onUnusable, within_ms = Number.POSITIVE_INFINITY }: ProposeOptions,
): Promise<Proposed> {
  const { deploy, publish, released } = wish;
  const words = wordsOf(wish);
  const before = wish.previous ?? released?.plan;
  const image = await imageOf(services, wish);
  const shown = forModel(image);
  const design = released ? await keptImage(services, wish.tenant, released) : image?.bytes;
  const previous = before ? proposalSchema.strip().parse(before) : null;
  const { answer, call } = await ask(
    services,
    consultant,
    {
      messages: words,
      previous,
      deploy,
      publish,
      design_image: design ? { colors: designColors(design) } : null,
      ...(released && {
        released: {
          messages: released.plan.request.length,
          specification: released.plan.specification ?? null,
          ...(released.repository && { committed: released.repository.files }),
        },
      }),
    },
    {
      model: services.models.consultant,
      payer: { tenant: wish.tenant, limits: services.policy.models },
      timeout_ms: Math.min(timeLimitMs("consultant", consultant.agent), within_ms),
      onUnusable,
      faults: ({ proposal }) =>
        proposal ? [...proposalFaults(proposal, words.length), ...changeFaults(proposal, released)] : [],
      ...(shown ? { image: shown } : {}),
    },
  );
  const aside = answer.aside === true && answer.proposal === null;
  const proposed = aside ? keptPlan(wish) : answer.proposal && planOf(wish, answer.proposal);
  const changed =
    released && proposed && !aside ? await changePlan(services, wish.tenant, proposed, released) : undefined;
  const plan = changed ? changed.plan : proposed;
  if (plan) await putArtifact(services.artifacts, wish.tenant, canonicalJson(plan));
  const speech = [
    ...(changed ? [changed.speech] : []),
    ...(changed && !plan ? [] : [answer.speech]),
    // A program states itself what becomes of the image.
    ...(image && !shown && isLanguageModel(services.models.consultant) ? [NOT_SHOWN] : []),
  ].join(" ");
  const question = changed && !plan ? null : answer.question;
  return { plan, plan_hash: plan ? planHash(plan) : null, aside, speech, question, call };
}

const changeFaults = ({ specification }: Proposal, released: ReleasedApp | undefined): string[] =>
  specification && released && !released.plan.specification
    ? ["specification: the app was not generated from one; leave it out."]
    : [];

/** The previous plan, with the settings that came with the message. */
const keptPlan = ({ previous, deploy, publish, image }: Wish): Plan | null =>
  previous && { ...previous, deploy, publish, design_image: image?.sha256 ?? null };

/** The words that led to the app as it is, and those of the consultation. Throws InvalidInput for too many. */
function wordsOf({ words, released }: Wish): readonly string[] {
  const all = [...(released?.plan.request ?? []), ...words];
  if (all.length <= MAX_REQUEST) return all;
  throw new GantryError(
    "InvalidInput",
    `The app and its changes have been described in ${all.length} messages; the limit is ${MAX_REQUEST}.`,
    { field: "message" },
  );
}

function planOf(wish: Wish, proposal: Proposal): Plan {
  return {
    ...withPromises(proposal),
    deploy: wish.deploy,
    publish: wish.publish,
    request: [...wordsOf(wish)],
    design_image: wish.image?.sha256 ?? null,
  };
}

async function imageOf({ artifacts }: WithArtifacts, { tenant, image }: Wish) {
  if (!image) return null;
  return { media_type: image.media_type, bytes: await getArtifact(artifacts, tenant, image.sha256) };
}

/** The design image of an app that exists, which a change keeps. */
async function keptImage({ artifacts }: WithArtifacts, tenant: string, { plan }: ReleasedApp) {
  return plan.design_image ? await getArtifact(artifacts, tenant, plan.design_image) : null;
}
