import { answerMessage } from "#core/factory/conversation/answer-message.ts";
import { awaitAnswer } from "#core/factory/conversation/await-answer.ts";
import { requirePlan } from "#core/factory/conversation/confirm.ts";
import { type Conversation, requestOf, requireOpen } from "#core/factory/conversation/conversation.ts";
import { offeredPlan } from "#core/factory/conversation/offered-plan.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { recordMessage } from "#core/factory/conversation/record-message.ts";
import { FIXED_SENTENCES, fixedFeatures } from "#core/factory/plan/fixed-features.ts";
import { plannedFeatures } from "#core/factory/plan/parts.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { choicesAfter, type FeatureSwitch } from "#core/factory/plan/switch.ts";
import { switchMessage } from "#core/factory/plan/switch-words.ts";
import { withSwitches } from "#core/factory/plan/with-switches.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { isLanguageModel } from "#core/model/capabilities.ts";

type Services = Parameters<typeof answerMessage>[0] & WithIds & WithClock;

/** A turn that switches features of the plan with this hash, or what happens to the app. */
export interface SwitchInput {
  readonly features: readonly FeatureSwitch[];
  readonly plan_hash: string;
  readonly deploy?: boolean | undefined;
  readonly publish?: boolean | undefined;
}

/**
 * Switches features of the shown plan on or off, or whether the app goes live and its code becomes a pull request, and
 * shows the plan with that. What is a part of the
 * specification is decided by rule; for anything else the consultant is asked. Switching everything back leads to the same
 * plan. Throws StalePlan for another plan, and InvalidInput for an unknown feature or one that cannot be left out; then
 * nothing has changed.
 */
export async function switchFeatures(
  services: Services,
  caller: Caller,
  opened: OpenConversation,
  { features, plan_hash, deploy, publish }: SwitchInput,
): Promise<Conversation> {
  requireOpen(opened.state);
  const plan = shownPlan(opened.state, plan_hash);
  const switches = changesIn(plan, features);
  const settings = {
    ...(deploy !== undefined && deploy !== plan.deploy && { deploy }),
    ...(publish !== undefined && publish !== plan.publish && { publish }),
  };
  if (switches.length === 0 && Object.keys(settings).length === 0) return opened.state;
  const offered = (await offeredPlan(services, opened.state)) ?? plan;
  requirePossible(opened.state, plan, offered, switches);
  const input = { message: switchMessage(plan, switches, settings), features: switches, ...settings };
  const { project } = opened.state;
  const asked = isLanguageModel(services.models.consultant) && !isPart(offered, switches);
  const received = await recordMessage(services, caller, opened, input, {
    isDeferred: () => asked || project !== undefined,
    isCommission: false,
    require: (current) => shownPlan(current, plan_hash),
  });
  return received.state.status === "planning"
    ? awaitAnswer(services, received.state)
    : answerMessage(services, received);
}

/** The plan that is shown, if it has this hash. Throws StalePlan. */
function shownPlan(conversation: Conversation, hash: string): Plan {
  const { plan } = requirePlan(conversation, hash, "plan_hash");
  return plan as Plan;
}

/** The switches that change something. Throws InvalidInput for a feature that the plan does not list, or that is named twice. */
function changesIn({ features }: Plan, switches: readonly FeatureSwitch[]): FeatureSwitch[] {
  return switches.filter(({ id, included }, index) => {
    const known = features.find((feature) => feature.id === id);
    if (!known) throw refusal(index, `The plan has no feature '${id}'; name one of its features by its id.`);
    if (switches.findIndex((each) => each.id === id) < index)
      throw refusal(index, `The feature '${id}' is named twice; name it once.`);
    return known.included !== included;
  });
}

/** Throws InvalidInput for what a specification cannot be without, and for what cannot be in it without other features. */
function requirePossible(
  conversation: Conversation,
  plan: Plan,
  offered: Plan,
  switches: readonly FeatureSwitch[],
): void {
  const fixed = new Map(fixedFeatures(plan).map(({ id, reason }) => [id, reason]));
  const since = requestOf(conversation).length;
  const choices = choicesAfter(
    conversation.choices ?? [],
    switches.map((each) => ({ ...each, since })),
  );
  const parts = offered.specification ? plannedFeatures(offered.specification).map(({ id }) => id) : [];
  const next = withSwitches(offered, choices).features;
  switches.forEach(({ id, included }, index) => {
    const title = `'${plan.features.find((each) => each.id === id)?.title}'`;
    const reason = fixed.get(id);
    if (reason && !included) throw refusal(index, `${title} ${FIXED_SENTENCES[reason]}.`);
    if (!parts.includes(id) || next.find((each) => each.id === id)?.included === included) return;
    throw refusal(
      index,
      included
        ? `${title} needs another feature that is left out; include that one as well.`
        : `${title} cannot be left out together with the others; keep one of them.`,
    );
  });
}

/** Whether all switches concern parts of the specification. */
function isPart({ specification }: Plan, switches: readonly FeatureSwitch[]): boolean {
  const parts = new Set(specification ? plannedFeatures(specification).map(({ id }) => id) : []);
  return switches.every(({ id }) => parts.has(id));
}

const refusal = (index: number, sentence: string): GantryError =>
  new GantryError("InvalidInput", sentence, { field: `features.${index}.id` });
