import type { ConverseStreamCommandInput, ImageFormat, Message } from "@aws-sdk/client-bedrock-runtime";
import type { ModelCall, ModelMessage } from "#core/model/converser.ts";

/** The input of Bedrock's ConverseStream operation for a call. */
export function converseInput(request: ModelCall): ConverseStreamCommandInput {
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
  } as ConverseStreamCommandInput;
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
