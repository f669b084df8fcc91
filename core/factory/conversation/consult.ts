import { isAffirmative } from "#core/factory/conversation/affirmative.ts";
import { answerByRule, type Ruled } from "#core/factory/conversation/answer-by-rule.ts";
import { type AnswerServices, answerMessage } from "#core/factory/conversation/answer-message.ts";
import { awaitAnswer, markShown } from "#core/factory/conversation/await-answer.ts";
import { confirm } from "#core/factory/conversation/confirm.ts";
import { confirmByPolicy } from "#core/factory/conversation/confirm-by-policy.ts";
import {
  type Conversation,
  isAnswered,
  requireOpen,
  wordsOf,
} from "#core/factory/conversation/conversation.ts";
import { type Action, actionFor, turnOf } from "#core/factory/conversation/dialogue.ts";
import { type OpenConversation, openConversation } from "#core/factory/conversation/open.ts";
import { type Progress, UNHEARD } from "#core/factory/conversation/progress.ts";
import { chosenTheme, recordMessage } from "#core/factory/conversation/record-message.ts";
import { type ConsultAnswer, replyOf } from "#core/factory/conversation/reply.ts";
import {
  findWaitingPlan,
  isShownTo,
  noPlanShown,
  requireShownTo,
} from "#core/factory/conversation/shown-to.ts";
import { switchFeatures } from "#core/factory/conversation/switch-features.ts";
import { type ConsultInput, messageOf, requireOneTurn } from "#core/factory/conversation/turn-input.ts";
import { requireAllowedContent } from "#core/factory/guard/content-guard.ts";
import { type Caller, isHuman } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { isLanguageModel } from "#core/model/capabilities.ts";

type Services = AnswerServices & WithIds & WithStore;

export interface TurnOptions {
  /** Name of the message in the request. */
  readonly field?: string;
  /** Whether the message decides that its plan is built. */
  readonly isCommission?: boolean;
  /** Whether a yes confirms only a plan that was shown to the device that it comes from. */
  readonly isDeviceBound?: boolean;
  readonly progress?: Progress;
}

/**
 * Handles one turn of a consultation: a confirmation, or a message, which the consultant answers. A program answers a
 * request for a new app at once. A language model, and whoever plans a change, answer after the request if need be, and
 * then the consultation is returned as `planning`.
 */
export async function takeTurn(
  services: Services,
  caller: Caller,
  input: ConsultInput,
  { field = "message", isCommission = false, isDeviceBound = false, progress = UNHEARD }: TurnOptions = {},
): Promise<Conversation> {
  requireOneTurn(input);
  const opened = input.conversation_id
    ? await openConversation(services, caller, input.conversation_id)
    : isBareYes(input)
      ? await findWaitingPlan(services, caller)
      : null;
  const existing = opened?.state ?? null;
  if (input.confirm !== undefined) {
    if (existing?.plan && !changesNothing(existing, input))
      throw new GantryError(
        "InvalidInput",
        "A confirmation cannot change the plan; send the change as a message.",
        {
          field: "confirm",
        },
      );
    return confirmed(services, caller, opened, { hash: input.confirm, words: `confirm ${input.confirm}` });
  }
  if (input.plan_hash !== undefined && opened) {
    const { features = [], plan_hash, deploy, publish } = input;
    return switchFeatures(services, caller, opened, { features, plan_hash, deploy, publish });
  }
  const message = messageOf(input);
  const { turn, locale } = turnIn(existing, input, message);
  const action = actionFor(existing, turn);
  if (action === "await" && existing) return awaitAnswer(services, existing);
  if (action === "confirm" && opened && existing?.plan_hash) {
    if (isDeviceBound && !isShownTo(existing, caller)) throw noPlanShown(field);
    requireShownTo(existing, caller);
    if (existing.unseen) return markShown(opened);
    return confirmed(services, caller, opened, { hash: existing.plan_hash, words: message });
  }
  requireOpen(existing);
  requireAllowedContent([...(existing ? wordsOf(existing) : []), message], field);

  const received = await recordMessage(
    services,
    caller,
    opened,
    { ...input, message },
    {
      isDeferred: (before) =>
        (isLanguageModel(services.models.consultant) || isAboutProject(input, before)) &&
        !isByRule(action, before !== null && isAnswered(before)),
      isCommission,
    },
  );
  if (received.state.status === "confirmed") return received.state;
  progress.received(received.state.id, received.state.newest);
  progress.doing("planning");
  if (received.state.status === "planning") return awaitAnswer(services, received.state);
  return isByRule(action, isNext(received.state))
    ? answerByRule(services, received, action, locale)
    : answerMessage(services, received);
}

/** A sentence that comes with other settings or an image is a message, whatever it says. */
function turnIn(existing: Conversation | null, input: ConsultInput, message: string) {
  if (existing && !changesNothing(existing, input)) return { turn: "message", locale: "en" } as const;
  return turnOf(message);
}

/**
 * Whether the message is answered by rule. What was shown last is what it is about, so the message before it must have
 * been answered, except when nothing of it shall be kept.
 */
const isByRule = (action: Action, isBeforeAnswered: boolean): action is Ruled =>
  action === "restart" || (isBeforeAnswered && (action === "withdraw" || action === "keep"));

/** A change starts from what is in the app's repository, which is read after the request. */
const isAboutProject = ({ project }: ConsultInput, before: Conversation | null): boolean =>
  (before ? before.project : project) !== undefined;

/** Whether the message before the newest one was answered. */
const isNext = ({ messages }: Conversation): boolean => messages.at(-2)?.from === "gantry";

/** Handles one turn of a consultation and returns what people see of it. */
export async function consult(...turn: Parameters<typeof takeTurn>): Promise<ConsultAnswer> {
  return replyOf(await takeTurn(...turn));
}

/** Whether the input is a yes and nothing else. */
const isBareYes = ({ message, ...rest }: ConsultInput): boolean =>
  message !== undefined &&
  isAffirmative(message) &&
  Object.values(rest).every((value) => value === undefined);

/** Whether the input matches the shown plan; a yes with other settings or an image is a message, not a confirmation. */
function changesNothing(
  { plan, theme }: Conversation,
  { deploy, publish, image_base64, image_sha256, design_target }: ConsultInput,
): boolean {
  return (
    image_base64 === undefined &&
    image_sha256 === undefined &&
    (design_target === undefined || chosenTheme({ design_target }) === theme) &&
    (deploy ?? plan?.deploy) === plan?.deploy &&
    (publish ?? plan?.publish) === plan?.publish
  );
}

async function confirmed(
  services: Services,
  caller: Caller,
  conversation: OpenConversation | null,
  said: { readonly hash: string; readonly words: string },
): Promise<Conversation> {
  if (!conversation)
    throw new GantryError("InvalidInput", "conversation_id is required with confirm.", {
      field: "conversation_id",
    });
  return isHuman(caller)
    ? confirm(services, caller, conversation, said)
    : confirmByPolicy(services, caller, conversation, said);
}
