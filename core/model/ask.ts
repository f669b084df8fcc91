import { z } from "zod";
import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { wellFormed } from "#core/kernel/text.ts";
import {
  CallFailed,
  type Converser,
  type ModelMessage,
  type ModelReply,
  type ModelRequest,
  type TokenUsage,
} from "#core/model/converser.ts";
import type { JsonSchema } from "#core/model/dialects.ts";
import { costMicroUsd, PRICE_TABLE_VERSION } from "#core/model/prices.ts";
import type { Prompt } from "#core/model/prompt.ts";

/** Maximum number of faults that a repair request names. */
const FAULTS = 8;

/** Usage of one model call, which is recorded as a signal, without any text. */
export interface CallRecord {
  readonly role: string;
  readonly model: string;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_micro_usd: number;
  readonly ms: number;
  readonly stop_reason: string;
  /** Version of the price table for `cost_micro_usd`. */
  readonly price_table: string;
  /** Set when the service did not report the tokens, so that they were estimated from the bytes. */
  readonly estimated?: true;
}

export interface Asked<A> {
  readonly answer: A;
  /** The call that returned the answer; the caller records it with the result. */
  readonly call: CallRecord;
}

export interface AskOptions<A> {
  readonly model: string;
  /** Time limit of the first call and the repair call together. */
  readonly timeout_ms: number;
  readonly image?: ModelMessage["image"];
  /** Faults of an answer that matches the schema, as sentences; empty for a usable answer. */
  readonly faults?: (answer: A) => readonly string[];
  /** Called after each call without a usable answer, also one that failed, because its tokens cost money as well. */
  readonly onUnusable?: (call: CallRecord) => Promise<void> | void;
}

/**
 * Calls the model with a prompt and returns the parsed answer. For an answer that does not match the schema or has
 * faults, one repair call follows; if that fails too, throws ModelRefused. A truncated answer is not repaired, because
 * the repair would be truncated as well. Throws ModelUnavailable when the time limit is exceeded.
 */
export async function ask<I, A>(
  { converser, clock }: { converser: Converser; clock: Clock },
  prompt: Prompt<I, A>,
  input: I,
  options: AskOptions<A>,
): Promise<Asked<A>> {
  const deadline = clock.now() + options.timeout_ms;
  const first: ModelMessage = {
    role: "user",
    text: prompt.render(input).toWellFormed(),
    ...(options.image ? { image: options.image } : {}),
  };

  const { reply, record } = await call([first]);
  const read = readAnswer(prompt, reply, options);
  if ("answer" in read) return { answer: read.answer, call: record };
  await options.onUnusable?.(record);
  if (reply.stop_reason === "max_tokens")
    throw refused(options.model, "its answer was cut off at the length limit");

  const second = await call([
    first,
    { role: "assistant", text: turnOf(reply) },
    { role: "user", text: read.repair },
  ]);
  const repaired = readAnswer(prompt, second.reply, options);
  if ("answer" in repaired) return { answer: repaired.answer, call: second.record };
  await options.onUnusable?.(second.record);
  throw refused(options.model, repaired.why);

  async function call(
    messages: readonly ModelMessage[],
  ): Promise<{ readonly reply: ModelReply; readonly record: CallRecord }> {
    const started = clock.now();
    const left = deadline - started;
    if (left <= 0) throw late(options.model);
    const request: ModelRequest = {
      model: options.model,
      role: prompt.role,
      system: prompt.system,
      messages,
      answer: {
        name: `${prompt.role}_answer`,
        description: prompt.answerDescription,
        schema: jsonSchema(prompt),
      },
      temperature: prompt.temperature,
      max_tokens: prompt.maxTokens,
      timeout_ms: left,
    };
    const recorded = (usage: TokenUsage, stop_reason: string) =>
      recordOf(request, usage, clock.now() - started, stop_reason);
    try {
      const reply = await converser.converse(request);
      return { reply, record: recorded(reply.usage, reply.stop_reason) };
    } catch (error) {
      if (error instanceof CallFailed) await options.onUnusable?.(recorded(error.usage, "failed"));
      throw error;
    }
  }
}

function recordOf(
  { role, model }: ModelRequest,
  usage: TokenUsage,
  ms: number,
  stop_reason: string,
): CallRecord {
  return {
    role,
    model,
    input_tokens: usage.input_tokens + usage.cache_read_tokens + usage.cache_write_tokens,
    output_tokens: usage.output_tokens,
    cost_micro_usd: costMicroUsd(model, usage),
    ms,
    stop_reason,
    price_table: PRICE_TABLE_VERSION,
    ...(usage.estimated ? { estimated: true } : {}),
  };
}

/** The reply as the assistant's turn; `null` when it is nested too deeply to be serialised. */
function turnOf({ text, json }: ModelReply): string {
  try {
    return text.toWellFormed() || JSON.stringify(wellFormed(json ?? null));
  } catch {
    return "null";
  }
}

interface Unusable {
  readonly why: string;
  /** The user's turn that asks for a corrected answer. */
  readonly repair: string;
}

function readAnswer<I, A>(
  prompt: Prompt<I, A>,
  reply: ModelReply,
  options: AskOptions<A>,
): { readonly answer: A } | Unusable {
  const again = "Answer again with the whole, corrected JSON and nothing else.";
  const parsed = prompt.answer.safeParse(reply.json ?? jsonIn(reply.text));
  if (!parsed.success) {
    const misfits = misfitsOf(parsed.error);
    return {
      why: `its answer did not fit: ${misfits}`,
      repair: `Your answer does not fit the required shape: ${misfits}. ${again}`,
    };
  }
  const faults = (options.faults?.(parsed.data) ?? []).slice(0, FAULTS).join(" ");
  if (faults === "") return { answer: parsed.data };
  return { why: faults.replace(/\.$/, ""), repair: `Your answer cannot be used. ${faults} ${again}` };
}

/** The outermost JSON object of a text, because models often wrap it in prose or a code fence. */
function jsonIn(text: string): unknown {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

function jsonSchema<I, A>(prompt: Prompt<I, A>): JsonSchema {
  return z.toJSONSchema(prompt.answer, { target: "draft-2020-12", io: "input" });
}

function misfitsOf(error: z.ZodError): string {
  return error.issues
    .slice(0, FAULTS)
    .map(({ path, message }) => `${path.join(".") || "answer"}: ${message}`)
    .join("; ");
}

function late(model: string): GantryError {
  return new GantryError("ModelUnavailable", "The model returned no usable response in time.", {
    detail: { model },
  });
}

function refused(model: string, why: string): GantryError {
  return new GantryError("ModelRefused", `The model returned no usable response: ${why}.`, {
    detail: { model },
  });
}
