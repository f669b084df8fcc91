import { bedrockError } from "./errors.ts";
import type { ContentBlock, ConverseRequest, Message } from "./wire.ts";

/** Translates a Converse request to the body of an OpenAI-compatible `POST /v1/chat/completions`. */
export function openAiRequest(request: ConverseRequest, model: string): Record<string, unknown> {
  const { inferenceConfig: inference = {}, toolConfig, outputConfig } = request;
  if (request.additionalModelRequestFields) refuse("additionalModelRequestFields");
  const system = (request.system ?? []).flatMap(({ text }) => text ?? []).join("\n\n");
  return defined({
    model,
    messages: [
      ...(system ? [{ role: "system", content: system }] : []),
      ...request.messages.flatMap(messages),
    ],
    max_tokens: inference.maxTokens,
    temperature: inference.temperature,
    top_p: inference.topP,
    stop: inference.stopSequences,
    ...tools(toolConfig),
    response_format: responseFormat(outputConfig?.textFormat),
    reasoning_effort: effort(outputConfig?.effort),
  });
}

function messages({ role, content }: Message): Record<string, unknown>[] {
  return role === "assistant" ? [assistantMessage(content)] : userMessages(content);
}

/** In that API, tool results are separate messages that must directly follow the call. */
function userMessages(content: readonly ContentBlock[]): Record<string, unknown>[] {
  const results = content.flatMap(({ toolResult }) =>
    toolResult
      ? [
          {
            role: "tool",
            tool_call_id: toolResult.toolUseId,
            content: toolResult.content.map(resultText).join("\n"),
          },
        ]
      : [],
  );
  const parts = content.flatMap((block) => userPart(block));
  return parts.length > 0 ? [...results, { role: "user", content: parts }] : results;
}

function resultText(part: NonNullable<ContentBlock["toolResult"]>["content"][number]): string {
  if (part.image) refuse("an image in a toolResult");
  return part.text ?? JSON.stringify(part.json);
}

function userPart(block: ContentBlock): Record<string, unknown>[] {
  if (block.text !== undefined) return [{ type: "text", text: block.text }];
  if (block.image) {
    const url = `data:image/${block.image.format};base64,${block.image.source.bytes}`;
    return [{ type: "image_url", image_url: { url } }];
  }
  // Such servers cache prompts automatically, so cache points are ignored.
  if (block.cachePoint || block.toolResult) return [];
  return refuse(`${Object.keys(block).join()} in a user message`);
}

function assistantMessage(content: readonly ContentBlock[]): Record<string, unknown> {
  const foreign = content.find(
    ({ text, toolUse, cachePoint }) => text === undefined && !toolUse && !cachePoint,
  );
  if (foreign) refuse(`${Object.keys(foreign).join()} in an assistant message`);
  const text = content.flatMap((block) => block.text ?? []).join("");
  const calls = content.flatMap(({ toolUse }) =>
    toolUse
      ? [
          {
            id: toolUse.toolUseId,
            type: "function",
            function: { name: toolUse.name, arguments: JSON.stringify(toolUse.input) },
          },
        ]
      : [],
  );
  return { role: "assistant", content: text || null, ...(calls.length > 0 && { tool_calls: calls }) };
}

function tools(config: ConverseRequest["toolConfig"]): Record<string, unknown> {
  if (!config) return {};
  const { toolChoice } = config;
  const forced = toolChoice?.tool && { type: "function", function: { name: toolChoice.tool.name } };
  return {
    tools: config.tools.flatMap(({ toolSpec }) =>
      toolSpec
        ? [
            {
              type: "function",
              function: defined({
                name: toolSpec.name,
                description: toolSpec.description,
                parameters: toolSpec.inputSchema.json,
                strict: toolSpec.strict,
              }),
            },
          ]
        : [],
    ),
    tool_choice: forced ?? (toolChoice?.any ? "required" : "auto"),
  };
}

type TextFormat = NonNullable<ConverseRequest["outputConfig"]>["textFormat"];

function responseFormat(format: TextFormat): Record<string, unknown> | undefined {
  const given = format?.structure.jsonSchema;
  if (!given) return undefined;
  let schema: unknown;
  try {
    schema = JSON.parse(given.schema);
  } catch {
    throw bedrockError(
      "ValidationException",
      "outputConfig.textFormat.structure.jsonSchema.schema: not valid JSON",
    );
  }
  const { name = "answer", description } = given;
  return { type: "json_schema", json_schema: defined({ name, description, schema, strict: true }) };
}

/** That API has three levels; the two above `high` are mapped to `high`. */
function effort(level: string | undefined): string | undefined {
  return level === "xhigh" || level === "max" ? "high" : level;
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function refuse(what: string): never {
  throw bedrockError("ValidationException", `${what} is not supported with an OpenAI-compatible model`);
}
