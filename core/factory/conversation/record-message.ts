import {
  type Conversation,
  conversationRef,
  conversations,
  requireOpen,
} from "#core/factory/conversation/conversation.ts";
import { type ReceivedImage, readImage } from "#core/factory/conversation/image.ts";
import { uploadedImage } from "#core/factory/conversation/image-upload.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { deviceOf } from "#core/factory/conversation/shown-to.ts";
import type { FeatureSwitch } from "#core/factory/plan/switch.ts";
import { DESIGN_TARGETS, type ThemeId, themeNamed } from "#core/factory/themes/themes.ts";
import { voidingDrafts } from "#core/governance/gate/plan.ts";
import { actorOf } from "#core/identity/actor.ts";
import type { Caller } from "#core/identity/caller.ts";
import { artifactPath, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Actor, SignalDraft } from "#core/kernel/ledger/signal.ts";

/** A message with the settings and the design image that came with it. */
export interface MessageInput {
  readonly message: string;
  readonly deploy?: boolean | undefined;
  readonly publish?: boolean | undefined;
  /** The design image itself, or the digest of one that was uploaded. */
  readonly image_base64?: string | undefined;
  readonly image_sha256?: string | undefined;
  readonly image_filename?: string | undefined;
  /** The look of the app: an id of a theme, or the product whose look it follows. */
  readonly design_target?: string | undefined;
  /** The project that a new consultation is about; none for a new app. */
  readonly project?: string | undefined;
  /** The features that the message switches, if that is what it does. */
  readonly features?: readonly FeatureSwitch[] | undefined;
}

/** How a message is answered. */
export interface Answering {
  /** Whether the consultant answers after the request; `current` is the consultation before the message. */
  readonly isDeferred: (current: Conversation | null) => boolean;
  /** Whether the message decides that its plan is built. */
  readonly isCommission: boolean;
  /** Throws if the message is not one for the consultation as it is. */
  readonly require?: (current: Conversation) => void;
}

const MAX_MESSAGES = 20;

/**
 * Records the person's message and stores its image before any model call. Without an `existing` consultation it starts
 * one. Throws InvalidInput for an unreadable image, an unknown look or a consultation that is too long, IllegalTransition for one that
 * has been confirmed.
 */
export async function recordMessage(
  services: WithLedger & WithArtifacts & WithIds,
  caller: Caller,
  existing: OpenConversation | null,
  input: MessageInput,
  answering: Answering,
): Promise<OpenConversation> {
  const theme = chosenTheme(input);
  const design = await imageOf(services, caller, input);
  if ((existing?.state.messages.length ?? 0) >= 2 * MAX_MESSAGES)
    throw new GantryError("InvalidInput", "This consultation is too long; start a new one.", {
      field: "conversation_id",
    });
  if (design && input.image_base64 !== undefined)
    await services.artifacts.put(
      artifactPath(caller.tenant, design.image.sha256),
      design.bytes,
      design.image.media_type,
    );
  const opened =
    existing ??
    (await services.ledger.open(conversations, conversationRef(caller.tenant, services.ids.make("c"))));
  const actor = actorOf(caller);
  const dedupe = `message-${services.ids.make("h")}`;
  await opened.append((current) => {
    // The new consultation already exists: this is the retry of a request whose process crashed.
    if (current && !existing) return null;
    requireOpen(current);
    if (current) answering.require?.(current);
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
            ...(theme !== undefined && { theme }),
            ...(input.features && { features: input.features }),
            device: deviceOf(caller),
            ...(answering.isDeferred(current) && {
              deferred: true,
              ...(answering.isCommission && { commission: caller }),
            }),
          },
          actor,
          dedupe,
        },
      ],
    };
  });
  return opened as OpenConversation;
}

/** The theme that a request chose, if it did. Throws InvalidInput for the name of none. */
export function chosenTheme({ design_target }: Pick<MessageInput, "design_target">): ThemeId | undefined {
  if (design_target === undefined) return undefined;
  const theme = themeNamed(design_target);
  if (theme) return theme;
  throw new GantryError("InvalidInput", `design_target must be one of ${DESIGN_TARGETS.join(", ")}.`, {
    field: "design_target",
  });
}

async function imageOf(
  services: WithArtifacts,
  { tenant }: Caller,
  { image_base64, image_sha256, image_filename }: MessageInput,
): Promise<ReceivedImage | null> {
  if (image_base64 !== undefined) return readImage(image_base64, image_filename);
  return uploadedImage(services, tenant, image_sha256, image_filename);
}

function started(actor: Actor, { deploy = true, publish = true, project }: MessageInput): SignalDraft {
  const data = { owner: actor.id, deploy, publish, ...(project === undefined ? {} : { project }) };
  return { type: "gantry.conversation.started", data, actor };
}
