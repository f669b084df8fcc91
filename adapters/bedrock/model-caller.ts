import {
  type BedrockRuntimeClient,
  BedrockRuntimeServiceException,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
  type ImageFormat,
  type Message,
} from "@aws-sdk/client-bedrock-runtime";
import { type ErrorCode, GantryError } from "#core/kernel/errors.ts";
import {
  formatRefused,
  type ModelCall,
  type ModelCaller,
  type ModelMessage,
  type ModelReply,
} from "#core/model/converser.ts";

/** Errors after which the same call may succeed; the state machine retries them. */
const RETRYABLE = new Set([
  "ThrottlingException",
  "ServiceUnavailableException",
  "InternalServerException",
  "ModelNotReadyException",
  "ModelTimeoutException",
  "ModelErrorException",
  "ModelStreamErrorException",
]);

/** Words in validation errors about the schema, tool or format of the answer. */
const FORMAT_REFUSED = /output_?config|response_format|tool_?choice|\btools?\b|schema|grammar/i;

/** Calls Bedrock's Converse operation. The abort signal enforces the time limit; the SDK's timeout only warns. */
export function createModelCaller({ client }: { client: BedrockRuntimeClient }): ModelCaller {
  return {
    async call(request) {
      const abort = AbortSignal.timeout(request.timeout_ms);
      try {
        return toReply(
          await client.send(new ConverseCommand(toInput(request)), { abortSignal: abort }),
          request,
        );
      } catch (error) {
        throw toError(error, request, abort.aborted);
      }
    },
  };
}

function toInput(request: ModelCall): ConverseCommandInput {
  const { answer, strategy } = request;
  return {
    modelId: request.model,
    system: [{ text: request.system }],
    messages: request.messages.map(toMessage),
    inferenceConfig: {
      maxTokens: request.max_tokens,
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    },
    requestMetadata: { "gantry-role": request.role },
    ...(strategy === "json_schema"
      ? {
          outputConfig: {
            textFormat: {
              type: "json_schema",
              structure: {
                jsonSchema: {
                  name: answer.name,
                  description: answer.description,
                  schema: JSON.stringify(answer.schema),
                },
              },
            },
          },
        }
      : { toolConfig: toolConfig(request) }),
  } as ConverseCommandInput;
}

function toolConfig({ answer, strategy }: ModelCall) {
  return {
    tools: [
      {
        toolSpec: {
          name: answer.name,
          description: `${answer.description} Always answer with this tool.`,
          inputSchema: { json: answer.schema },
        },
      },
    ],
    toolChoice: strategy === "forced_tool" ? { tool: { name: answer.name } } : { auto: {} },
  };
}

function toMessage({ role, text, image }: ModelMessage): Message {
  const format = image?.media_type.replace("image/", "") as ImageFormat | undefined;
  return {
    role,
    content: [...(image && format ? [{ image: { format, source: { bytes: image.bytes } } }] : []), { text }],
  };
}

function toReply({ output, stopReason, usage }: ConverseCommandOutput, { answer }: ModelCall): ModelReply {
  const content = output?.message?.content ?? [];
  const used = content.find((block) => block.toolUse?.name === answer.name)?.toolUse;
  return {
    json: used?.input,
    text: content.map((block) => block.text ?? "").join(""),
    stop_reason: stopReason ?? "unknown",
    usage: {
      input_tokens: usage?.inputTokens ?? 0,
      output_tokens: usage?.outputTokens ?? 0,
      cache_read_tokens: usage?.cacheReadInputTokens ?? 0,
      cache_write_tokens: usage?.cacheWriteInputTokens ?? 0,
    },
  };
}

/** The error of a failed call. Bedrock's message can contain the prompt, so only the error's name is passed on. */
function toError(error: unknown, { model, timeout_ms }: ModelCall, timedOut: boolean): unknown {
  const detail = { model };
  if (timedOut)
    return new GantryError("ModelUnavailable", `The model did not respond within ${timeout_ms / 1000} s.`, {
      detail,
      cause: error,
    });
  if (error instanceof BedrockRuntimeServiceException) {
    if (error.name === "ValidationException" && FORMAT_REFUSED.test(error.message))
      return formatRefused(model, error);
    // An unknown error with a status of 500 or above comes from a proxy or load balancer.
    const passing = RETRYABLE.has(error.name) || (error.$metadata.httpStatusCode ?? 0) >= 500;
    const code: ErrorCode = passing ? "ModelUnavailable" : "ModelRefused";
    return new GantryError(code, `The model call failed with ${error.name}.`, { detail, cause: error });
  }
  return new GantryError("ModelUnavailable", "The model could not be reached.", { detail, cause: error });
}
