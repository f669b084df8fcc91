import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { ModelBackend } from "./backend.ts";
import { bedrockError, bedrockErrorCodes } from "./errors.ts";
import { streamEvents } from "./stream-events.ts";
import type { ContentBlock, ConverseReply, ConverseRequest } from "./wire.ts";
import { stopReasons } from "./wire.ts";

const regex = z.string().refine((source) => isRegex(source), "not a regular expression");

const replySchema = z
  .strictObject({
    text: z.string().optional(),
    toolUse: z.strictObject({ name: z.string(), input: z.json() }).optional(),
    /** With `afterText` a stream fails only after that text has been sent. */
    error: z
      .strictObject({
        code: z.enum(bedrockErrorCodes),
        message: z.string().default("a scripted failure"),
        afterText: z.string().optional(),
      })
      .optional(),
    stopReason: z.enum(stopReasons).optional(),
    usage: z
      .strictObject({
        inputTokens: z.int(),
        outputTokens: z.int(),
        cacheReadInputTokens: z.int().optional(),
        cacheWriteInputTokens: z.int().optional(),
      })
      .optional(),
    /** Milliseconds before the reply begins. */
    delayMs: z.int().min(0).optional(),
  })
  .refine(({ text, toolUse, error }) => [text, toolUse, error].some((member) => member !== undefined), {
    error: "a reply needs text, toolUse or error",
  });

const fixtureSchema = z.strictObject({
  match: z
    .strictObject({
      model: regex.optional(),
      system: regex.optional(),
      /** Of the last message. */
      text: regex.optional(),
    })
    .optional(),
  reply: replySchema,
  /** Maximum number of uses; unlimited if not set. */
  times: z.int().min(1).optional(),
});

/** Scripted replies, in the order in which they are tried. */
export const fixturesSchema = z.array(fixtureSchema);

export type Fixture = z.input<typeof fixtureSchema>;
export type FixtureReply = z.input<typeof replySchema>;

/** A model whose replies are scripted: a list of fixtures, tried in order, or a function of the request. */
export function fixtureModel(
  source: readonly Fixture[] | ((request: ConverseRequest) => FixtureReply | Promise<FixtureReply>),
): ModelBackend {
  const choose = typeof source === "function" ? source : chooser(fixturesSchema.parse(source));
  let replies = 0;

  const prepare = async (request: ConverseRequest, signal: AbortSignal) => {
    const reply = replySchema.parse(await choose(request));
    if (reply.delayMs) await sleep(reply.delayMs, undefined, { signal });
    return { error: reply.error, whole: wholeReply(reply, request, `tooluse_${++replies}`) };
  };

  return {
    async converse(request, signal) {
      const { error, whole } = await prepare(request, signal);
      if (error) throw bedrockError(error.code, error.message);
      return whole;
    },
    async *stream(request, signal) {
      const { error, whole } = await prepare(request, signal);
      if (error && error.afterText === undefined) throw bedrockError(error.code, error.message);
      for (const event of streamEvents(whole)) {
        if (error && "contentBlockStop" in event) throw bedrockError(error.code, error.message);
        yield event;
      }
    },
  };
}

function chooser(fixtures: z.output<typeof fixtureSchema>[]) {
  const left = fixtures.map(({ times }) => times ?? Number.POSITIVE_INFINITY);
  return (request: ConverseRequest): FixtureReply => {
    const system = (request.system ?? []).map(({ text }) => text ?? "").join("\n");
    const text = textOf(request.messages.at(-1)?.content ?? []);
    const index = fixtures.findIndex(
      ({ match = {} }, at) =>
        (left[at] ?? 0) > 0 &&
        matches(match.model, request.modelId) &&
        matches(match.system, system) &&
        matches(match.text, text),
    );
    const found = fixtures[index];
    if (!found) throw bedrockError("ValidationException", `no fixture is left for: ${text.slice(0, 200)}`);
    left[index] = (left[index] ?? 0) - 1;
    return found.reply;
  };
}

const matches = (source: string | undefined, value: string) =>
  source === undefined || new RegExp(source).test(value);

function textOf(content: readonly ContentBlock[]): string {
  const results = (block: ContentBlock) => block.toolResult?.content.map(({ text }) => text ?? "") ?? [];
  return content.flatMap((block) => [block.text ?? "", ...results(block)]).join("\n");
}

function wholeReply(
  reply: z.output<typeof replySchema>,
  request: ConverseRequest,
  toolUseId: string,
): ConverseReply {
  const text = reply.text ?? reply.error?.afterText;
  const content: ContentBlock[] = [];
  if (text !== undefined) content.push({ text });
  if (reply.toolUse) content.push({ toolUse: { toolUseId, ...reply.toolUse } });
  const usage = reply.usage ?? { inputTokens: tokens(request), outputTokens: tokens(content) };
  return {
    output: { message: { role: "assistant", content } },
    stopReason: reply.stopReason ?? (reply.toolUse ? "tool_use" : "end_turn"),
    usage: {
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      totalTokens: usage.inputTokens + usage.outputTokens,
      ...("cacheReadInputTokens" in usage && { cacheReadInputTokens: usage.cacheReadInputTokens ?? 0 }),
      ...("cacheWriteInputTokens" in usage && { cacheWriteInputTokens: usage.cacheWriteInputTokens ?? 0 }),
    },
    metrics: { latencyMs: reply.delayMs ?? 1 },
  };
}

/** Estimates four characters per token. */
const tokens = (value: unknown) => Math.ceil(JSON.stringify(value).length / 4);

function isRegex(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
