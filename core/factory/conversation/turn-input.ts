import type { MessageInput } from "#core/factory/conversation/record-message.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** One turn of a consultation: a message, the confirmation of a plan, or switches of its features. */
export interface ConsultInput extends Omit<MessageInput, "message"> {
  readonly message?: string | undefined;
  readonly conversation_id?: string | undefined;
  readonly confirm?: string | undefined;
  /** The plan whose features are switched. */
  readonly plan_hash?: string | undefined;
}

/** Throws InvalidInput for what is more than one turn, or not all of one. */
export function requireOneTurn(input: ConsultInput): void {
  requireOneImage(input);
  if (input.features !== undefined || input.plan_hash !== undefined) requireOnlySwitches(input);
  if (input.confirm !== undefined && input.message !== undefined)
    throw new GantryError("InvalidInput", "confirm and message exclude each other; send one of them.", {
      field: "confirm",
    });
}

/** The message of a turn that needs one. Throws InvalidInput. */
export function messageOf({ message }: ConsultInput): string {
  if (message !== undefined) return message;
  throw new GantryError("InvalidInput", "message is required unless confirm or plan_hash is given.", {
    field: "message",
  });
}

/** Throws InvalidInput for a turn that switches parts of a plan and does something else, or names no plan. */
function requireOnlySwitches(input: ConsultInput): void {
  const { features, plan_hash, conversation_id, deploy, publish, ...rest } = input;
  const other = Object.entries(rest).find(([, value]) => value !== undefined)?.[0];
  const field = features === undefined ? "plan_hash" : "features";
  if (other !== undefined)
    throw new GantryError("InvalidInput", `${field} is a turn of its own; send ${other} in another one.`, {
      field,
    });
  if (conversation_id === undefined)
    throw new GantryError("InvalidInput", `conversation_id is required with ${field}.`, {
      field: "conversation_id",
    });
  if (plan_hash === undefined)
    throw new GantryError(
      "InvalidInput",
      "plan_hash is required with features: the hash of the plan whose features they are.",
      { field: "plan_hash" },
    );
  if (features === undefined && deploy === undefined && publish === undefined)
    throw new GantryError(
      "InvalidInput",
      "plan_hash names the plan that is switched; send features, deploy or publish with it.",
      { field: "plan_hash" },
    );
}

/** Throws InvalidInput for two images, or for the name of none. */
function requireOneImage({ image_base64, image_sha256, image_filename }: ConsultInput): void {
  const images = [image_base64, image_sha256].filter((image) => image !== undefined).length;
  if (images === 2)
    throw new GantryError(
      "InvalidInput",
      "image_base64 and image_sha256 exclude each other; send one of them.",
      {
        field: "image_sha256",
      },
    );
  if (images === 0 && image_filename !== undefined)
    throw new GantryError(
      "InvalidInput",
      "image_filename names an image; send image_base64 or image_sha256 with it.",
      { field: "image_filename" },
    );
}
