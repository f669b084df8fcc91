import { z } from "zod";
import { ownValue } from "#local-cloud/own-value.ts";
import type { ModelBackend } from "./backend.ts";
import { type BedrockErrorCode, bedrockError } from "./errors.ts";
import { openAiRequest } from "./openai-request.ts";
import type { ContentBlock, ConverseReply } from "./wire.ts";

export interface OpenAiOptions {
  /** Base address including the version: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  /** The server's name of the model, used for every Bedrock model id. */
  readonly model: string;
  readonly apiKey?: string;
  /** Time limit of a response in milliseconds; default 10 minutes. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string().nullish(),
          tool_calls: z
            .array(
              z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }),
            )
            .nullish(),
        }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number(),
      completion_tokens: z.number(),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
    })
    .nullish(),
});

type Completion = z.output<typeof completionSchema>;

/** A model backend that uses a server with an OpenAI-compatible `/chat/completions`. */
export function openAiModel(options: OpenAiOptions): ModelBackend {
  const { now = Date.now, timeoutMs = 600_000 } = options;
  return {
    async converse(request, signal) {
      const started = now();
      const deadline = AbortSignal.timeout(timeoutMs);
      const body = JSON.stringify(openAiRequest(request, options.model));
      const completion = await post(options, body, AbortSignal.any([signal, deadline]), deadline);
      return reply(completion, now() - started);
    },
  };
}

async function post(
  { url, apiKey }: OpenAiOptions,
  body: string,
  signal: AbortSignal,
  deadline: AbortSignal,
): Promise<Completion> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
      body,
      signal,
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    if (deadline.aborted)
      throw bedrockError("ModelTimeoutException", "the model server did not answer in time");
    throw Object.assign(bedrockError("ServiceUnavailableException", "the model server cannot be reached"), {
      cause: error,
    });
  }
  if (status >= 400)
    throw bedrockError(errorCode(status), `the model server answered ${status}: ${excerpt(text)}`);
  return parse(completionSchema, text);
}

const codes: Record<number, BedrockErrorCode> = {
  400: "ValidationException",
  401: "AccessDeniedException",
  403: "AccessDeniedException",
  404: "ResourceNotFoundException",
  408: "ModelTimeoutException",
  413: "ValidationException",
  422: "ValidationException",
  429: "ThrottlingException",
  503: "ServiceUnavailableException",
  504: "ModelTimeoutException",
  529: "ServiceUnavailableException",
};

const errorCode = (status: number): BedrockErrorCode =>
  codes[status] ?? (status < 500 ? "ValidationException" : "ModelErrorException");

const excerpt = (text: string) => text.replace(/\s+/g, " ").slice(0, 300);

function parse<T extends z.ZodType>(schema: T, text: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw bedrockError("ModelErrorException", `the model server's answer cannot be read: ${excerpt(text)}`);
  }
}

const stopReasons: Record<string, ConverseReply["stopReason"]> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  function_call: "tool_use",
  content_filter: "content_filtered",
};

function reply({ choices: [choice], usage }: Completion, latencyMs: number): ConverseReply {
  const message = choice?.message ?? {};
  // Several servers return `stop` after a forced tool call.
  const finish = choice?.finish_reason ?? "stop";
  const calls = message.tool_calls ?? [];
  const content: ContentBlock[] = [
    ...(message.content ? [{ text: message.content }] : []),
    ...calls.map(({ id, function: { name, arguments: input } }) => ({
      toolUse: { toolUseId: id, name, input: parse(z.json(), input || "{}") },
    })),
  ];
  const cached = usage?.prompt_tokens_details?.cached_tokens ?? 0;
  // Bedrock does not include cached input in `inputTokens`; OpenAI includes it in `prompt_tokens`.
  const inputTokens = (usage?.prompt_tokens ?? 0) - cached;
  const outputTokens = usage?.completion_tokens ?? 0;
  return {
    output: { message: { role: "assistant", content } },
    stopReason:
      calls.length > 0 && finish === "stop" ? "tool_use" : (ownValue(stopReasons, finish) ?? "end_turn"),
    usage: {
      inputTokens,
      outputTokens,
      totalTokens: inputTokens + cached + outputTokens,
      cacheReadInputTokens: cached,
    },
    metrics: { latencyMs },
  };
}
