import { z } from "zod";

/**
 * The JSON of Bedrock runtime's Converse operation (Amazon Bedrock API reference, "Converse"), as far as it
 * is implemented. A member that is not listed is refused, even if AWS supports it.
 */

/** A tagged union of AWS: an object with exactly one of these members. */
function oneMember<T extends z.ZodRawShape>(shape: T) {
  return z
    .strictObject(shape)
    .partial()
    .refine((value) => Object.values(value).filter((member) => member !== undefined).length === 1, {
      error: `exactly one member of ${Object.keys(shape).join(", ")} must be set`,
    });
}

const document = z.json();
const documentObject = z.record(z.string(), document);
const MAX_IMAGES = 20;
/** Documented as 3.75 MB, of which this is the smaller reading. */
const MAX_IMAGE_BYTES = 3_750_000;

const imageSchema = z.strictObject({
  format: z.enum(["png", "jpeg", "gif", "webp"]),
  source: oneMember({
    bytes: z
      .base64()
      .min(1)
      .max(Math.ceil(MAX_IMAGE_BYTES / 3) * 4, "an image may have at most 3.75 MB"),
  }),
});

const cachePointSchema = z.strictObject({ type: z.literal("default"), ttl: z.enum(["5m", "1h"]).optional() });

const toolUseSchema = z.strictObject({
  toolUseId: z.string().min(1).max(64),
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  input: document,
});

const contentSchema = oneMember({
  text: z.string(),
  image: imageSchema,
  cachePoint: cachePointSchema,
  toolUse: toolUseSchema,
  toolResult: z.strictObject({
    toolUseId: z.string().min(1).max(64),
    content: z.array(oneMember({ text: z.string(), json: document, image: imageSchema })),
    status: z.enum(["success", "error"]).optional(),
  }),
  reasoningContent: oneMember({
    reasoningText: z.strictObject({ text: z.string(), signature: z.string().optional() }),
    redactedContent: z.base64(),
  }),
});

const messageSchema = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: z.array(contentSchema).min(1),
});

const toolConfigSchema = z.strictObject({
  tools: z
    .array(
      oneMember({
        toolSpec: z.strictObject({
          name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
          description: z.string().min(1).optional(),
          inputSchema: oneMember({ json: documentObject }),
          strict: z.boolean().optional(),
        }),
        cachePoint: cachePointSchema,
      }),
    )
    .min(1),
  toolChoice: oneMember({
    auto: z.strictObject({}),
    any: z.strictObject({}),
    tool: z.strictObject({ name: z.string() }),
  }).optional(),
});

const outputConfigSchema = z.strictObject({
  textFormat: z
    .strictObject({
      type: z.literal("json_schema"),
      structure: oneMember({
        jsonSchema: z.strictObject({
          /** A JSON schema, as text. */
          schema: z.string(),
          name: z.string().optional(),
          description: z.string().optional(),
        }),
      }),
    })
    .optional(),
  effort: z.enum(["low", "medium", "high", "xhigh", "max"]).optional(),
});

export const converseBodySchema = z
  .strictObject({
    messages: z.array(messageSchema).min(1),
    system: z.array(oneMember({ text: z.string().min(1), cachePoint: cachePointSchema })).optional(),
    inferenceConfig: z
      .strictObject({
        maxTokens: z.int().min(1).optional(),
        temperature: z.number().min(0).max(1).optional(),
        topP: z.number().min(0).max(1).optional(),
        stopSequences: z.array(z.string().min(1)).optional(),
      })
      .optional(),
    toolConfig: toolConfigSchema.optional(),
    outputConfig: outputConfigSchema.optional(),
    additionalModelRequestFields: documentObject.optional(),
    requestMetadata: z.record(z.string().max(256), z.string().max(256)).optional(),
    performanceConfig: z.strictObject({ latency: z.enum(["standard", "optimized"]) }).optional(),
    serviceTier: z.strictObject({ type: z.enum(["default", "flex", "priority", "reserved"]) }).optional(),
  })
  .refine(({ messages }) => messages[0]?.role === "user", {
    path: ["messages"],
    error: "A conversation must start with a user message.",
  })
  .refine(({ messages }) => countImages(messages) <= MAX_IMAGES, {
    path: ["messages"],
    error: `at most ${MAX_IMAGES} images may be sent`,
  });

function countImages(messages: z.output<typeof messageSchema>[]): number {
  return messages.flatMap(({ content }) => content).filter((block) => block.image).length;
}

export type ConverseRequest = z.output<typeof converseBodySchema> & { readonly modelId: string };
export type ContentBlock = z.output<typeof contentSchema>;
export type Message = z.output<typeof messageSchema>;

export const stopReasons = [
  "end_turn",
  "tool_use",
  "max_tokens",
  "stop_sequence",
  "guardrail_intervened",
  "content_filtered",
  "malformed_model_output",
  "malformed_tool_use",
  "model_context_window_exceeded",
] as const;

interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly totalTokens: number;
  readonly cacheReadInputTokens?: number;
  readonly cacheWriteInputTokens?: number;
}

/** The JSON body of a Converse response. */
export interface ConverseReply {
  readonly output: {
    readonly message: { readonly role: "assistant"; readonly content: readonly ContentBlock[] };
  };
  readonly stopReason: (typeof stopReasons)[number];
  readonly usage: Usage;
  readonly metrics: { readonly latencyMs: number };
}

/** The events of a ConverseStream response; exactly one member each. */
export type StreamEvent =
  | { readonly messageStart: { readonly role: "assistant" } }
  | {
      readonly contentBlockStart: {
        readonly start: { readonly toolUse: { readonly toolUseId: string; readonly name: string } };
        readonly contentBlockIndex: number;
      };
    }
  | { readonly contentBlockDelta: { readonly delta: StreamDelta; readonly contentBlockIndex: number } }
  | { readonly contentBlockStop: { readonly contentBlockIndex: number } }
  | { readonly messageStop: { readonly stopReason: ConverseReply["stopReason"] } }
  | { readonly metadata: { readonly usage: Usage; readonly metrics: { readonly latencyMs: number } } };

export type StreamDelta =
  | { readonly text: string }
  | { readonly toolUse: { readonly input: string } }
  | { readonly reasoningContent: { readonly text: string } | { readonly signature: string } };
