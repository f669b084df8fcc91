import type { ConverseStreamCommandInput, ImageFormat, Message } from "@aws-sdk/client-bedrock-runtime";
import type { ModelCall, ModelMessage } from "#core/model/converser.ts";

/** The input of Bedrock's ConverseStream operation for a call. */
export function converseInput(request: ModelCall): ConverseStreamCommandInput {
  return {
    modelId: request.model,
    system: [
      { text: request.system },
      ...(request.cache_prefix ? [{ cachePoint: { type: "default" as const } }] : []),
    ],
    messages: request.messages.map(toMessage),
    inferenceConfig: {
      maxTokens: request.max_tokens,
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    },
    requestMetadata: { "gantry-role": request.role },
    ...answerConfig(request),
  } as ConverseStreamCommandInput;
}

function answerConfig(request: ModelCall) {
  if (request.strategy === "text") return {};
  const { name, description, schema } = request.answer;
  if (request.strategy === "json_schema") {
    const structure = { jsonSchema: { name, description, schema: JSON.stringify(schema) } };
    return { outputConfig: { textFormat: { type: "json_schema", structure } } };
  }
  const toolSpec = {
    name,
    description: `${description} Always answer with this tool.`,
    inputSchema: { json: schema },
  };
  const toolChoice = request.strategy === "forced_tool" ? { tool: { name } } : { auto: {} };
  return { toolConfig: { tools: [{ toolSpec }], toolChoice } };
}

function toMessage({ role, text, image }: ModelMessage): Message {
  const format = image?.media_type.replace("image/", "") as ImageFormat | undefined;
  return {
    role,
    content: [...(image && format ? [{ image: { format, source: { bytes: image.bytes } } }] : []), { text }],
  };
}
