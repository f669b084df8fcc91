import { type ChangePlan, changePlan } from "#core/factory/change/change-plan.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import type { DesignImage } from "#core/factory/conversation/signals.ts";
import { designColors } from "#core/factory/design-image/colors.ts";
import { forModel } from "#core/factory/design-image/for-model.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import { plannedFeatures } from "#core/factory/plan/parts.ts";
import {
  MAX_REQUEST,
  MAX_SUMMARY,
  type Plan,
  type Proposal,
  planHash,
  proposalSchema,
} from "#core/factory/plan/plan.ts";
import { planKind } from "#core/factory/plan/plan-kind.ts";
import { promiseFaults } from "#core/factory/plan/promise-faults.ts";
import { proposalFaults } from "#core/factory/plan/proposal-faults.ts";
import { type Choice, choicesAfter, choicesOf, type FeatureSwitch } from "#core/factory/plan/switch.ts";
import { leftOutSentence, switchedSpeech } from "#core/factory/plan/switch-words.ts";
import { isUnchanged } from "#core/factory/plan/unchanged.ts";
import { withPromises } from "#core/factory/plan/with-promises.ts";
import { withSwitches } from "#core/factory/plan/with-switches.ts";
import { type ChosenTheme, isThemeNamed, withTheme } from "#core/factory/plan/with-theme.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import { getArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { truncated } from "#core/kernel/text.ts";
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
  /** What the person decided about single features; absent if nothing. */
  readonly choices?: readonly Choice[];
  /** The features that the newest turn switches, with the plan in which none is; absent for a message. */
  readonly switched?: { readonly features: readonly FeatureSwitch[]; readonly offered: Plan };
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
  /** The digest of the plan in which nothing is switched off; absent if that is the plan itself. */
  readonly offered_hash?: string;
  /** The model call that returned it; null if none was necessary. */
  readonly call: CallRecord | null;
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
  options: ProposeOptions,
): Promise<Proposed> {
  const image = await imageOf(services, wish);
  const { answer, call } =
    bySwitches(services, wish) ?? (await askConsultant(services, wish, image, options));
  const { plan, offered, aside, changed } = await planFrom(services, wish, answer);
  const plans = [plan, offered].filter((each) => each !== null);
  for (const each of plans) await putArtifact(services.artifacts, wish.tenant, canonicalJson(each));
  const speech = [
    ...(wish.switched ? [speechOf(wish, wish.switched)] : []),
    ...(changed ? [changed.speech] : []),
    ...(changed && !plan ? [] : [answer.speech]),
    ...remarks(services, image),
  ].join(" ");
  const question = changed && !plan ? null : answer.question;
  return {
    plan,
    plan_hash: plan ? planHash(plan) : null,
    ...(offered && { offered_hash: planHash(offered) }),
    aside: aside || wish.switched !== undefined,
    speech: speech.trim(),
    question,
    call,
  };
}

/** What became of the switches of a turn. */
function speechOf({ previous, deploy, publish }: Wish, { offered, features }: NonNullable<Wish["switched"]>) {
  return switchedSpeech(offered, features, {
    ...(deploy !== previous?.deploy && { deploy }),
    ...(publish !== previous?.publish && { publish }),
  });
}

/**
 * The answer to switches that need no new plan by a language model: the specification says what each feature is. A
 * program is asked in any case, because it then describes the plan without what is left out.
 */
function bySwitches({ models }: WithModels, { switched }: Wish) {
  if (!switched || !isLanguageModel(models.consultant) || !areOfSpecification(switched)) return null;
  const {
    title,
    summary,
    kind,
    project_name,
    stack,
    features,
    acceptance,
    questions,
    specification,
    ledger,
  } = switched.offered;
  const proposal = { title, summary, kind, project_name, stack, features, acceptance, questions };
  return {
    answer: {
      proposal: { ...proposal, ...(specification && { specification }), ...(ledger && { ledger }) },
      speech: "",
      question: null,
    },
    call: null,
  };
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
  const choices = allChoices(wish);
  const isModel = isLanguageModel(services.models.consultant);
  const before = wish.previous ?? released?.plan;
  const shown = forModel(image);
  const chosen = chosenIn(wish);
  const design = released ? await keptImage(services, wish.tenant, released) : image?.bytes;
  const input = {
    messages: words,
    // A program plans anew what is switched, and would say that the plan has changed.
    previous: before && (!wish.switched || isModel) ? asProposal(before) : null,
    deploy,
    publish,
    design_image: design ? { colors: designColors(design), message: imageMessage(wish) } : null,
    ...(chosen && { theme: chosen.theme, theme_message: chosen.since }),
    ...(choices.length > 0 && { switches: choices }),
    ...(released && {
      released: {
        messages: released.plan.request.length,
        specification: released.plan.specification ?? null,
        ...(released.plan.design_theme && { theme: released.plan.design_theme }),
        switches: choicesOf(released.plan, released.plan.request.length),
        ...(released.repository && { committed: released.repository.files }),
      },
    }),
  };
  const faults = (proposal: Proposal) => [
    ...proposalFaults(proposal, words.length),
    // The plans of the offline brain name their promises as well, as its tests show.
    ...(isModel ? promiseFaults(proposal) : []),
    ...(isModel ? switchFaults(proposal, wish.switched?.features ?? []) : []),
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

interface Planning {
  readonly plan: Plan | null;
  /** The plan in which nothing is switched off; null if that is the plan itself. */
  readonly offered: Plan | null;
  readonly aside: boolean;
  readonly changed?: ChangePlan;
}

/** The plan that an answer leads to: the one before it beside an aside, and that of a change with its edits. */
async function planFrom(
  services: ProposeServices,
  wish: Wish,
  { proposal, aside = false }: Answer,
): Promise<Planning> {
  const kept = keptPlan(services, wish);
  if (proposal) {
    const offered = planOf(services, wish, proposal);
    const switched = switchedPlan(services, wish, offered, proposal);
    const { plan, ...rest } = await asChange(services, wish, switched);
    return plan && kept && isUnchanged(plan, kept)
      ? { plan: kept, offered: null, aside: true }
      : { plan, offered: switched === offered ? null : offered, aside: false, ...rest };
  }
  if (!aside || !kept || canonicalJson(kept) === canonicalJson(wish.previous))
    return { plan: aside ? kept : null, offered: null, aside };
  return { ...(await asChange(services, wish, kept)), offered: null, aside };
}

/**
 * The plan without what the person switched off. A language model that lists a feature again has read that a later
 * message asks for it. What it wrote of the app before stays, with a sentence about what is left out.
 */
function switchedPlan({ models }: WithModels, wish: Wish, offered: Plan, { features }: Proposal): Plan {
  const isListed = ({ id }: Choice) => features.some((each) => each.id === id && each.included);
  const choices = allChoices(wish);
  const plan = withSwitches(offered, wish.switched ? choices : choices.filter((each) => !isListed(each)));
  if (plan === offered || !wish.switched || !isLanguageModel(models.consultant)) return plan;
  return { ...plan, summary: truncated(`${plan.summary} ${leftOutSentence(plan)}`, MAX_SUMMARY) };
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

/** What a language model does not know of the image that it was sent; a program states that itself. */
const remarks = ({ models }: WithModels, image: Image): readonly string[] =>
  isLanguageModel(models.consultant) && image && !forModel(image) ? [NOT_SHOWN] : [];

const changeFaults = ({ specification }: Proposal, released: ReleasedApp | undefined): string[] =>
  specification && released && !released.plan.specification
    ? ["specification: the app was not generated from one; leave it out."]
    : [];

/** Why a proposal does not do what the newest turn switches, as sentences. */
const switchFaults = (
  { specification, features }: Proposal,
  switched: readonly FeatureSwitch[],
): string[] => {
  const parts = new Set(specification ? plannedFeatures(specification).map(({ id }) => id) : []);
  const isIn = (id: string) => features.find((each) => each.id === id)?.included ?? parts.has(id);
  return switched
    .filter(({ id, included }) => isIn(id) !== included && !(parts.has(id) && !included))
    .map(
      ({ id, included }) =>
        `features: the person switched '${id}' ${included ? "on" : "off"}: propose a plan in which it is ${included ? "" : "not "}included.`,
    );
};

/** Whether the specification of the plan says what each of the switched features is. */
function areOfSpecification({ features, offered: { specification } }: NonNullable<Wish["switched"]>) {
  const ids = new Set(specification ? plannedFeatures(specification).map(({ id }) => id) : []);
  return features.every(({ id }) => ids.has(id));
}

/** A plan as its proposal, which the consultant is told. */
function asProposal({ features, ...plan }: Plan): Proposal {
  return proposalSchema
    .strip()
    .parse({ ...plan, features: features.map(({ id, title, included }) => ({ id, title, included })) });
}

/** What the person decided about features, also before the app was released, by the messages that led to it. */
function allChoices({ choices = [], released }: Wish): Choice[] {
  if (!released) return [...choices];
  const before = released.plan.request.length;
  const newer = choices.map((choice) => ({ ...choice, since: before + choice.since }));
  return choicesAfter(choicesOf(released.plan, before), newer);
}

/** The previous plan, with the settings that came with the message. A change keeps the design image of its app. */
function keptPlan(services: WithModels, wish: Wish): Plan | null {
  const { previous, deploy, publish, released } = wish;
  const design = released ? {} : designOf(wish);
  return previous && { ...inChosenLook(services, wish, previous), deploy, publish, ...design };
}

/** A plan or a proposal in the chosen look, which it names. */
function inChosenLook<P extends Proposal>(services: WithModels, wish: Wish, proposal: P) {
  const chosen = chosenIn(wish);
  return {
    ...withTheme(proposal, chosen),
    ...(chosen &&
      takesLook(services, proposal, chosen.since) && {
        design_theme: { id: chosen.theme, message: chosen.since },
      }),
  };
}

/** Whether an app follows the chosen look: not the design of a model, nor a blueprint whose later words name another one. */
function takesLook({ models }: WithModels, proposal: Proposal, since: number): boolean {
  const { specification, ledger = [] } = proposal;
  if (specification) return true;
  return planKind(proposal, models.architect) !== "custom" && !isThemeNamed(ledger, since);
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

function planOf(services: WithModels, wish: Wish, proposal: Proposal): Plan {
  const { features, ...offered } = withPromises(inChosenLook(services, wish, proposal));
  return {
    ...offered,
    kind: planKind(offered, services.models.architect),
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
