import { type ChangePlan, changePlan } from "#core/factory/change/change-plan.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import type { DesignImage } from "#core/factory/conversation/signals.ts";
import { designColors } from "#core/factory/design-image/colors.ts";
import { forModel } from "#core/factory/design-image/for-model.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import { MAX_REQUEST, type Plan, type Proposal, planHash, proposalSchema } from "#core/factory/plan/plan.ts";
import { planKind } from "#core/factory/plan/plan-kind.ts";
import { promiseFaults } from "#core/factory/plan/promise-faults.ts";
import { proposalFaults } from "#core/factory/plan/proposal-faults.ts";
import { isUnchanged } from "#core/factory/plan/unchanged.ts";
import { withPromises } from "#core/factory/plan/with-promises.ts";
import { type ChosenTheme, withTheme } from "#core/factory/plan/with-theme.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
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
  /** The design image, and the index of the message that it came with. */
  readonly image: (DesignImage & { readonly since: number }) | null;
  /** The look that was chosen beside the words, and the index of that message; absent if none was. */
  readonly theme?: { readonly id: ThemeId; readonly since: number };
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

const NO_LOOK =
  "The chosen look is not used: only apps and pages that are generated from a specification have one.";

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
  options: ProposeOptions,
): Promise<Proposed> {
  const image = await imageOf(services, wish);
  const { answer, call } = await askConsultant(services, wish, image, options);
  const { plan, aside, changed } = await planFrom(services, wish, answer);
  if (plan) await putArtifact(services.artifacts, wish.tenant, canonicalJson(plan));
  const speech = [
    ...(changed ? [changed.speech] : []),
    ...(changed && !plan ? [] : [answer.speech]),
    ...remarks(services, wish, plan, image),
  ].join(" ");
  const question = changed && !plan ? null : answer.question;
  return { plan, plan_hash: plan ? planHash(plan) : null, aside, speech, question, call };
}

type Image = Awaited<ReturnType<typeof imageOf>>;

async function askConsultant(
  services: ProposeServices,
  wish: Wish,
  image: Image,
  { onUnusable, within_ms = Number.POSITIVE_INFINITY }: ProposeOptions,
) {
  const { deploy, publish, released } = wish;
  const words = wordsOf(wish);
  const before = wish.previous ?? released?.plan;
  const shown = forModel(image);
  const chosen = chosenIn(wish);
  const design = released ? await keptImage(services, wish.tenant, released) : image?.bytes;
  const input = {
    messages: words,
    previous: before ? proposalSchema.strip().parse(before) : null,
    deploy,
    publish,
    design_image: design ? { colors: designColors(design), message: imageMessage(wish) } : null,
    ...(chosen && { theme: chosen.theme, theme_message: chosen.since }),
    ...(released && {
      released: {
        messages: released.plan.request.length,
        specification: released.plan.specification ?? null,
        ...(released.plan.design_theme && { theme: released.plan.design_theme }),
        ...(released.repository && { committed: released.repository.files }),
      },
    }),
  };
  const faults = (proposal: Proposal) => [
    ...proposalFaults(proposal, words.length),
    // The plans of the offline brain name their promises as well, as its tests show.
    ...(isLanguageModel(services.models.consultant) ? promiseFaults(proposal) : []),
    ...changeFaults(proposal, released),
  ];
  return ask(services, consultant, input, {
    model: services.models.consultant,
    payer: { tenant: wish.tenant, limits: services.policy.models },
    timeout_ms: Math.min(timeLimitMs("consultant", consultant.agent), within_ms),
    onUnusable,
    faults: ({ proposal }) => (proposal ? faults(proposal) : []),
    ...(shown ? { image: shown } : {}),
  });
}

type Answer = Awaited<ReturnType<typeof askConsultant>>["answer"];

/** The plan that an answer leads to: the one before it beside an aside, and that of a change with its edits. */
async function planFrom(services: ProposeServices, wish: Wish, { proposal, aside = false }: Answer) {
  const kept = keptPlan(wish);
  if (proposal) {
    const { plan, changed } = await asChange(services, wish, planOf(services, wish, proposal));
    return plan && kept && isUnchanged(plan, kept)
      ? { plan: kept, aside: true }
      : { plan, aside: false, changed };
  }
  if (!aside || !kept || canonicalJson(kept) === canonicalJson(wish.previous))
    return { plan: aside ? kept : null, aside };
  return { ...(await asChange(services, wish, kept)), aside };
}

/** A plan as that of a change with its edits, if there is an app to change. */
async function asChange(
  services: ProposeServices,
  { tenant, released }: Wish,
  plan: Plan,
): Promise<{ plan: Plan | null; changed?: ChangePlan }> {
  if (!released) return { plan };
  const changed = await changePlan(services, tenant, plan, released);
  return { plan: changed.plan, changed };
}

/** What the consultant itself cannot know: a language model does not see large images, a program states that itself. */
function remarks(
  { models }: WithModels,
  { theme }: Wish,
  plan: Plan | null,
  image: Image,
): readonly string[] {
  if (isLanguageModel(models.consultant)) return image && !forModel(image) ? [NOT_SHOWN] : [];
  return theme !== undefined && plan && !plan.specification ? [NO_LOOK] : [];
}

const changeFaults = ({ specification }: Proposal, released: ReleasedApp | undefined): string[] =>
  specification && released && !released.plan.specification
    ? ["specification: the app was not generated from one; leave it out."]
    : [];

/** The previous plan, with the settings that came with the message. A change keeps the design image of its app. */
function keptPlan(wish: Wish): Plan | null {
  const { previous, deploy, publish, released } = wish;
  const design = released ? {} : designOf(wish);
  return previous && { ...inChosenLook(wish, previous), deploy, publish, ...design };
}

/** A plan or a proposal in the chosen look, which it names. */
function inChosenLook<P extends Proposal>(wish: Wish, proposal: P) {
  const chosen = chosenIn(wish);
  return {
    ...withTheme(proposal, chosen),
    ...(chosen && proposal.specification && { design_theme: { id: chosen.theme, message: chosen.since } }),
  };
}

/** The chosen look, and the index of its message among all that led to the app. A change keeps the look of its app. */
function chosenIn({ theme, words, released }: Wish): ChosenTheme | undefined {
  const kept = released?.plan.design_theme;
  if (!theme) return kept && { theme: kept.id, since: kept.message, isNewest: false };
  const since = (released?.plan.request.length ?? 0) + theme.since;
  return { theme: theme.id, since, isNewest: theme.since >= words.length - 1 };
}

/** The index of the message with the design image; a change keeps the image of its app. */
const imageMessage = ({ image, released }: Wish): number =>
  (released ? released.plan.design_message : image?.since) ?? 0;

/** What a plan says of the design image. */
const designOf = ({ image }: Wish): Pick<Plan, "design_image" | "design_message"> => ({
  design_image: image?.sha256 ?? null,
  ...(image && image.since > 0 && { design_message: image.since }),
});

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

function planOf({ models }: WithModels, wish: Wish, proposal: Proposal): Plan {
  const { features, ...offered } = withPromises(inChosenLook(wish, proposal));
  return {
    ...offered,
    kind: planKind(offered, models.architect),
    features: features.map(({ id, title, included }) => ({ id, title, included })),
    deploy: wish.deploy,
    publish: wish.publish,
    request: [...wordsOf(wish)],
    ...designOf(wish),
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
