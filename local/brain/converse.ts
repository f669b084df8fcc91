import { z } from "zod";
import { bedrockError } from "#local-cloud/bedrock/errors.ts";
import type { ContentBlock, ConverseReply, ConverseRequest } from "#local-cloud/bedrock/wire.ts";

/**
 * Returns the typed input of a prompt: the JSON between the first `<input>` and the last `</input>` of a user
 * message.
 */
export function readInput<T>(request: ConverseRequest, schema: z.ZodType<T>): T {
  const texts = request.messages
    .filter(({ role }) => role === "user")
    .flatMap(({ content }) => content.map(({ text }) => text ?? ""));
  const text = texts.findLast((candidate) => candidate.includes("<input>"));
  if (text === undefined) throw invalid("no user text block contains a JSON document in <input>…</input>");
  const start = text.indexOf("<input>") + "<input>".length;
  const parsed = schema.safeParse(parse(text.slice(start, text.lastIndexOf("</input>"))));
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  return parsed.data;
}

/**
 * Returns a reply in the form that the request requires: the input of a tool named `*_answer`, or JSON text.
 */
export function replyWith(request: ConverseRequest, answer: unknown): ConverseReply {
  const tool = request.toolConfig?.tools
    .map(({ toolSpec }) => toolSpec?.name)
    .find((name) => name?.endsWith("_answer"));
  const text = JSON.stringify(answer);
  if (tool === undefined) return reply(request, { text }, text.length);
  return reply(
    request,
    { toolUse: { toolUseId: "tooluse_offline", name: tool, input: JSON.parse(text) } },
    text.length,
  );
}

/** Returns a plain text reply, for a request that is not one of the product's prompts. */
export function replyText(request: ConverseRequest, text: string): ConverseReply {
  return reply(request, { text }, text.length);
}

/** Tokens are estimated at four characters each, because they cost nothing. */
function reply(request: ConverseRequest, content: ContentBlock, length: number): ConverseReply {
  const inputTokens = Math.ceil(JSON.stringify(request.messages).length / 4);
  const outputTokens = Math.ceil(length / 4);
  return {
    output: { message: { role: "assistant", content: [content] } },
    stopReason: content.toolUse ? "tool_use" : "end_turn",
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 1 },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("the text in <input>…</input> is not JSON");
  }
}

function invalid(sentence: string): Error {
  return bedrockError("ValidationException", `The offline brain cannot read this prompt: ${sentence}`);
}
