import { createHash } from "node:crypto";
import type { ModelBackend } from "./backend.ts";
import type { ConverseReply, ConverseRequest, StreamEvent } from "./wire.ts";

/**
 * The shortest prefix in tokens that is cached, by family of Claude models; the first row whose text is part of the model
 * id applies. Other models cache nothing.
 */
const MIN_TOKENS: readonly (readonly [string, number])[] = [
  ["claude-opus-5-5", 4096],
  ["claude-sonnet-5-5", 4096],
  ["claude-opus-5", 512],
  ["claude-sonnet-5", 1024],
  ["claude-opus-4-8", 1024],
  ["claude-opus-4-7", 2048],
  ["claude-sonnet-4-6", 1024],
  ["claude-sonnet-4-5", 1024],
  ["claude", 4096],
];
const MINUTE = 60_000;
const TTL = { "5m": 5 * MINUTE, "1h": 60 * MINUTE } as const;
const CHARACTERS_PER_TOKEN = 4;
const MAX_ENTRIES = 1000;

type Usage = ConverseReply["usage"];

/**
 * A backend whose usage is that of a service with prompt caching: what stands before the last cache point of a request
 * (tools, then system, then messages) is written at the first call and read at the following ones, each of which keeps it
 * for the same time again. Usage that the backend itself reports about a cache stays as it is.
 */
export function withPromptCache(model: ModelBackend, now: () => number = Date.now): ModelBackend {
  const kept = new Map<string, number>();

  const account = (request: ConverseRequest): ((usage: Usage) => Usage) => {
    const prefix = prefixOf(request);
    const min = MIN_TOKENS.find(([family]) => request.modelId.includes(family))?.[1];
    if (!prefix || min === undefined || prefix.tokens < min) return (usage) => usage;
    const isKept = (kept.get(prefix.key) ?? 0) > now();
    if (kept.size >= MAX_ENTRIES) kept.clear();
    kept.set(prefix.key, now() + prefix.ttl);
    return (usage) => cachedUsage(usage, prefix.tokens, isKept);
  };

  const { stream } = model;
  return {
    async converse(request, signal) {
      const counted = account(request);
      const reply = await model.converse(request, signal);
      return { ...reply, usage: counted(reply.usage) };
    },
    ...(stream && {
      async *stream(request: ConverseRequest, signal: AbortSignal): AsyncGenerator<StreamEvent> {
        const counted = account(request);
        for await (const event of stream.call(model, request, signal))
          yield "metadata" in event
            ? { metadata: { ...event.metadata, usage: counted(event.metadata.usage) } }
            : event;
      },
    }),
  };
}

function cachedUsage(usage: Usage, prefix: number, isRead: boolean): Usage {
  if (usage.cacheReadInputTokens || usage.cacheWriteInputTokens) return usage;
  const inputTokens = Math.max(0, usage.inputTokens - prefix);
  return {
    inputTokens,
    outputTokens: usage.outputTokens,
    totalTokens: inputTokens + prefix + usage.outputTokens,
    cacheReadInputTokens: isRead ? prefix : 0,
    cacheWriteInputTokens: isRead ? 0 : prefix,
  };
}

/** What stands before the last cache point; undefined if there is none. */
function prefixOf({ modelId, toolConfig, system = [], messages }: ConverseRequest) {
  const blocks = [
    ...(toolConfig?.tools ?? []),
    ...system,
    ...messages.flatMap(({ role, content }) => content.map((block) => ({ role, ...block }))),
  ];
  const last = blocks.findLastIndex(({ cachePoint }) => cachePoint !== undefined);
  if (last < 0) return undefined;
  const text = JSON.stringify([modelId, ...blocks.slice(0, last).filter(({ cachePoint }) => !cachePoint)]);
  return {
    key: createHash("sha256").update(text).digest("hex"),
    tokens: Math.ceil(text.length / CHARACTERS_PER_TOKEN),
    ttl: TTL[blocks[last]?.cachePoint?.ttl ?? "5m"],
  };
}
