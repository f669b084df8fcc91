import { z } from "zod";
import { GantryError } from "#core/errors.ts";
import type { Converser, ModelMessage, ModelReply } from "#core/model/converser.ts";
import type { JsonSchema } from "#core/model/dialects.ts";
import { costMicroUsd, PRICE_TABLE_VERSION } from "#core/model/prices.ts";
import type { Clock } from "#core/ports.ts";
import type { Prompt } from "#core/prompts/prompt.ts";

/** What one call used; recorded as a signal, never with its text. */
export interface CallRecord {
  readonly role: string;
  readonly model: string;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_micro_usd: number;
  readonly ms: number;
  readonly stop_reason: string;
  /** Which price list `cost_micro_usd` was computed with. */
  readonly price_table: string;
}

export interface Asked<A> {
  readonly answer: A;
  readonly calls: readonly CallRecord[];
}

export interface AskOptions {
  readonly model: string;
  /** For everything together: the first call and the one that repairs its answer. */
  readonly timeout_ms: number;
  readonly image?: ModelMessage["image"];
  /** Told of each call as soon as it is over, also when its answer is useless: tokens were paid for. */
  readonly onCall?: (call: CallRecord) => Promise<void> | void;
}

/**
 * Asks a prompt and gives its answer in the prompt's shape. An answer that does not fit goes back once with the
 * reasons; a second one that does not fit is ModelRefused. A truncated answer is not repaired: it would be again.
 */
export async function ask<I, A>(
  { converser, clock }: { converser: Converser; clock: Clock },
  prompt: Prompt<I, A>,
  input: I,
  options: AskOptions,
): Promise<Asked<A>> {
  const calls: CallRecord[] = [];
  const deadline = clock.now() + options.timeout_ms;
  const first: ModelMessage = {
    role: "user",
    text: prompt.render(input),
    ...(options.image ? { image: options.image } : {}),
  };

  const reply = await call([first]);
  const parsed = read(prompt, reply);
  if (parsed.success) return { answer: parsed.data, calls };
  if (reply.stop_reason === "max_tokens")
    throw refused(options.model, "its answer was cut off at the length limit");

  const repaired = read(
    prompt,
    await call([
      first,
      { role: "assistant", text: reply.text || JSON.stringify(reply.json ?? null) },
      { role: "user", text: repairTurn(parsed.error) },
    ]),
  );
  if (repaired.success) return { answer: repaired.data, calls };
  throw refused(options.model, `its answer did not fit: ${faults(repaired.error)}`);

  async function call(messages: readonly ModelMessage[]): Promise<ModelReply> {
    const started = clock.now();
    const left = deadline - started;
    if (left <= 0) throw late(options.model);
    const reply = await converser.converse({
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
    });
    const record = {
      role: prompt.role,
      model: options.model,
      input_tokens: reply.usage.input_tokens + reply.usage.cache_read_tokens + reply.usage.cache_write_tokens,
      output_tokens: reply.usage.output_tokens,
      cost_micro_usd: costMicroUsd(options.model, reply.usage),
      ms: clock.now() - started,
      stop_reason: reply.stop_reason,
      price_table: PRICE_TABLE_VERSION,
    };
    calls.push(record);
    await options.onCall?.(record);
    return reply;
  }
}

function read<I, A>(prompt: Prompt<I, A>, reply: ModelReply) {
  return prompt.answer.safeParse(reply.json ?? jsonIn(reply.text));
}

/** The outermost JSON object of a text; models like to wrap it in prose or a code fence. */
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

function repairTurn(error: z.ZodError): string {
  return `Your answer does not fit the required shape: ${faults(error)}. Answer again with the whole, corrected JSON and nothing else.`;
}

function faults(error: z.ZodError): string {
  return error.issues
    .slice(0, 8)
    .map(({ path, message }) => `${path.join(".") || "answer"}: ${message}`)
    .join("; ");
}

function late(model: string): GantryError {
  return new GantryError("ModelUnavailable", "The model gave no usable answer in time.", {
    detail: { model },
  });
}

function refused(model: string, why: string): GantryError {
  return new GantryError("ModelRefused", `The model gave no usable answer: ${why}.`, { detail: { model } });
}
