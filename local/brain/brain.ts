import type { z } from "zod";
import type { ModelBackend } from "#local-cloud/bedrock/backend.ts";
import { bedrockError } from "#local-cloud/bedrock/errors.ts";
import type { ConverseRequest } from "#local-cloud/bedrock/wire.ts";
import { readInput, replyText, replyWith } from "./converse.ts";
import { architectInputSchema, draft } from "./roles/architect.ts";
import { chat, chatInputSchema } from "./roles/chat.ts";
import { consult, consultantInputSchema } from "./roles/consultant.ts";
import { criticInputSchema, criticise } from "./roles/critic.ts";
import { heal, healerInputSchema } from "./roles/healer.ts";

type Role = (request: ConverseRequest) => unknown;
const role =
  <T>(schema: z.ZodType<T>, answer: (input: T) => unknown): Role =>
  (request) =>
    answer(readInput(request, schema));

/** Model roles by the value of `gantry-role`, which the product's prompts set in `requestMetadata`. */
const ROLES: ReadonlyMap<string, Role> = new Map([
  ["consultant", role(consultantInputSchema, consult)],
  ["architect", role(architectInputSchema, draft)],
  ["healer", role(healerInputSchema, heal)],
  ["critic", role(criticInputSchema, criticise)],
  ["chat", role(chatInputSchema, chat)],
]);

/**
 * The offline brain: a stateless program that replaces a model and returns the same reply for the same
 * request. A prompt that it cannot read is refused with ValidationException.
 */
export function createBrain(): ModelBackend {
  return {
    async converse(request) {
      const name = request.requestMetadata?.["gantry-role"];
      if (name === undefined) return replyText(request, chat({ question: "", documentation: [] }).answer);
      const answer = ROLES.get(name);
      if (!answer) throw bedrockError("ValidationException", `unknown gantry-role '${name.slice(0, 40)}'`);
      return replyWith(request, answer(request));
    },
  };
}
