import type { z } from "zod";
import { ServiceError } from "#local/http.ts";
import {
  type ConverseReply,
  type ConverseRequest,
  converseRequestSchema,
  readInput,
  replyText,
  replyWith,
} from "./converse.ts";
import { architectInputSchema, draft } from "./roles/architect.ts";
import { chat, chatInputSchema } from "./roles/chat.ts";
import { consult, consultantInputSchema } from "./roles/consultant.ts";
import { criticInputSchema, criticise } from "./roles/critic.ts";
import { heal, healerInputSchema } from "./roles/healer.ts";

/** Answers Bedrock Converse requests without a model. */
export interface Brain {
  /** Throws ServiceError `ValidationException` for a prompt it cannot read. */
  converse(request: unknown): Promise<ConverseReply>;
}

type Role = (request: ConverseRequest) => unknown;
const role =
  <T>(schema: z.ZodType<T>, answer: (input: T) => unknown): Role =>
  (request) =>
    answer(readInput(request, schema));

/** By the marker `gantry-role` that the product's own prompts carry in `requestMetadata`. */
const ROLES: ReadonlyMap<string, Role> = new Map([
  ["consultant", role(consultantInputSchema, consult)],
  ["architect", role(architectInputSchema, draft)],
  ["healer", role(healerInputSchema, heal)],
  ["critic", role(criticInputSchema, criticise)],
  ["chat", role(chatInputSchema, chat)],
]);

/** The offline brain: stateless, deterministic, and the same answer for the same request. */
export function createBrain(): Brain {
  return {
    async converse(request) {
      const parsed = converseRequestSchema.safeParse(request);
      if (!parsed.success) throw new ServiceError("ValidationException", parsed.error.message);
      const name = parsed.data.requestMetadata?.["gantry-role"];
      if (name === undefined) return replyText(parsed.data, chat({ question: "" }).answer);
      const answer = ROLES.get(name);
      if (!answer)
        throw new ServiceError("ValidationException", `unknown gantry-role '${name.slice(0, 40)}'`);
      return replyWith(parsed.data, answer(parsed.data));
    },
  };
}
