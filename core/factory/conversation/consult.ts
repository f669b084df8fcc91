import { isAffirmative } from "#core/factory/conversation/affirmative.ts";
import { confirm } from "#core/factory/conversation/confirm.ts";
import { confirmByPolicy } from "#core/factory/conversation/confirm-by-policy.ts";
import { planGateDrafts } from "#core/factory/conversation/confirm-gate.ts";
import {
  type Conversation,
  conversationRef,
  conversations,
} from "#core/factory/conversation/conversation.ts";
import { readImage } from "#core/factory/conversation/image.ts";
import { type OpenConversation, openConversation } from "#core/factory/conversation/open.ts";
import { requireAllowedContent } from "#core/factory/guard/content-guard.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { propose, type Wish } from "#core/factory/plan/propose.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { spoken } from "#core/factory/spoken.ts";
import { voidingDrafts } from "#core/governance/gate/plan.ts";
import { actorOf } from "#core/identity/actor.ts";
import { type Caller, isHuman } from "#core/identity/caller.ts";
import { artifactPath, type WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Actor, SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { CallRecord } from "#core/model/ask.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";

export interface ConsultInput {
  readonly message?: string | undefined;
  readonly conversation_id?: string | undefined;
  readonly confirm?: string | undefined;
  readonly deploy?: boolean | undefined;
  readonly publish?: boolean | undefined;
  readonly image_base64?: string | undefined;
  readonly image_filename?: string | undefined;
}

/** The reply of a consultation. */
export interface ConsultAnswer {
  readonly conversation_id: string;
  readonly status: Conversation["status"];
  readonly speech: string;
  readonly question: string | null;
  readonly plan: (Plan & { hash: string }) | null;
  /** The open gate of the plan; null when there is none. */
  readonly gate_id: string | null;
  readonly mission_id?: string;
}

const MAX_MESSAGES = 20;

type Services = WithLedger &
  WithIds &
  WithClock &
  WithArtifacts &
  WithConverser &
  WithModels &
  WithStore &
  WithPolicy;

/** Handles one turn of a consultation: a confirmation, or a message, which the consultant answers. */
export async function consult(
  services: Services,
  caller: Caller,
  input: ConsultInput,
): Promise<ConsultAnswer> {
  if (input.image_filename !== undefined && input.image_base64 === undefined)
    throw new GantryError("InvalidInput", "image_filename names an image; send image_base64 with it.", {
      field: "image_filename",
    });
  const opened = input.conversation_id
    ? await openConversation(services, caller, input.conversation_id)
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
  if (input.message === undefined)
    throw new GantryError("InvalidInput", "message is required unless confirm is given.", {
      field: "message",
    });
  if (existing?.plan_hash && changesNothing(existing, input) && isAffirmative(input.message))
    return confirmed(services, caller, opened, { hash: existing.plan_hash, words: input.message });
  requireOpen(existing);
  requireAllowedContent([...(existing ? wordsOf(existing) : []), input.message], "message");

  const heard = await recordMessage(services, caller, opened, input);
  return replyOf(heard.state.status === "confirmed" ? heard.state : await answer(services, heard));
}

/** Whether the input matches the shown plan; a yes with other settings or an image is a message, not a confirmation. */
function changesNothing({ plan }: Conversation, { deploy, publish, image_base64 }: ConsultInput): boolean {
  return (
    image_base64 === undefined &&
    (deploy ?? plan?.deploy) === plan?.deploy &&
    (publish ?? plan?.publish) === plan?.publish
  );
}

export function replyOf(conversation: Conversation): ConsultAnswer {
  const { id, status, speech, question, plan, plan_hash, gate, mission_id } = conversation;
  return {
    conversation_id: id,
    status,
    speech: spoken(speech),
    question,
    plan: plan && plan_hash ? { ...plan, hash: plan_hash } : null,
    gate_id: gate?.state === "open" ? gate.gate_id : null,
    ...(mission_id ? { mission_id } : {}),
  };
}

async function confirmed(
  services: Services,
  caller: Caller,
  conversation: OpenConversation | null,
  said: { readonly hash: string; readonly words: string },
): Promise<ConsultAnswer> {
  if (!conversation)
    throw new GantryError("InvalidInput", "conversation_id is required with confirm.", {
      field: "conversation_id",
    });
  return replyOf(
    isHuman(caller)
      ? await confirm(services, caller, conversation, said)
      : await confirmByPolicy(services, caller, conversation, said),
  );
}

/** Records the person's message and stores its image before any model call. */
async function recordMessage(
  services: Services,
  caller: Caller,
  existing: OpenConversation | null,
  input: ConsultInput,
): Promise<OpenConversation> {
  const design =
    input.image_base64 === undefined ? null : readImage(input.image_base64, input.image_filename);
  if ((existing?.state.messages.length ?? 0) >= 2 * MAX_MESSAGES)
    throw new GantryError("InvalidInput", "This consultation is too long; start a new one.", {
      field: "conversation_id",
    });
  if (design)
    await services.artifacts.put(
      artifactPath(caller.tenant, design.image.sha256),
      design.bytes,
      design.image.media_type,
    );
  const opened =
    existing ??
    (await services.ledger.open(conversations, conversationRef(caller.tenant, services.ids.make("c"))));
  const actor = actorOf(caller);
  const dedupe = `heard-${services.ids.make("h")}`;
  await opened.append((current) => {
    // The new consultation already exists: this is the retry of a request whose process crashed.
    if (current && !existing) return null;
    requireOpen(current);
    return {
      drafts: [
        ...(current ? voidingDrafts(current, "A newer message came.", actor) : [started(actor, input)]),
        {
          type: "gantry.conversation.message_received",
          data: {
            text: input.message,
            image: design?.image ?? null,
            deploy: input.deploy ?? null,
            publish: input.publish ?? null,
          },
          actor,
          dedupe,
        },
      ],
    };
  });
  return opened as OpenConversation;
}

/** The messages of the person, oldest first. */
const wordsOf = ({ messages }: Conversation): string[] =>
  messages.filter(({ from }) => from === "person").map(({ text }) => text);

function requireOpen(conversation: Conversation | null): void {
  if (conversation?.status !== "confirmed") return;
  throw new GantryError(
    "IllegalTransition",
    "This consultation has already been confirmed; start a new one.",
    {
      field: "conversation_id",
      detail: { mission_id: conversation.mission_id },
    },
  );
}

function started(actor: Actor, { deploy = true, publish = true }: ConsultInput): SignalDraft {
  return { type: "gantry.conversation.started", data: { owner: actor.id, deploy, publish }, actor };
}

/**
 * Calls the consultant and records its answer, unless the consultation was confirmed in the meantime. An answer to an
 * older message is recorded but does not change the state.
 */
async function answer(services: Services, opened: OpenConversation): Promise<Conversation> {
  const conversation = opened.state;
  const actor = { kind: "agent", id: "consultant" } as const;
  const called = (call: CallRecord) => ({ type: "gantry.model.called", data: { ...call }, actor });
  const { call, plan, ...said } = await propose(services, wishOf(conversation), async (unusable) => {
    await opened.append(() => ({ drafts: [called(unusable)] }));
  });
  const data = { answers: conversation.heard, plan, ...said };
  const answered = { type: "gantry.conversation.answered", data, actor };
  const { state } = await opened.append((current) => {
    if (!current || current.status === "confirmed") return { drafts: [called(call)] };
    const isLate = data.answers !== current.heard;
    const asked = isLate || !plan ? [] : planGateDrafts(current, plan, policyRef(services.policy));
    return { drafts: [called(call), answered, ...asked] };
  });
  return state;
}

function wishOf(conversation: Conversation): Wish {
  const { tenant, last_proposal, deploy, publish, image } = conversation;
  return { tenant, words: wordsOf(conversation), previous: last_proposal, deploy, publish, image };
}
