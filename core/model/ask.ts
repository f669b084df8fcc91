import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Budget, Reservation, WithBudget } from "#core/model/budget.ts";
import { type CallRecord, recordOf } from "#core/model/call-record.ts";
import { continuationRequest, splice } from "#core/model/continuation.ts";
import {
  CallFailed,
  type ModelMessage,
  type ModelReply,
  type ModelRequest,
  type TokenUsage,
  type WithConverser,
} from "#core/model/converser.ts";
import { estimateInputTokens } from "#core/model/estimate.ts";
import type { Payer } from "#core/model/model-limits.ts";
import { highestCostMicroUsd, isPriced, unlistedModel } from "#core/model/prices.ts";
import type { Prompt } from "#core/model/prompt.ts";
import { answerSchema, readAnswer, turnOf } from "#core/model/read-answer.ts";

/** Maximum number of calls for the rest of an answer that was cut off. */
const CONTINUATIONS = 2;

export type AskServices = WithConverser & WithClock & WithBudget;

export interface Asked<A> {
  readonly answer: A;
  /** The call that returned the answer; the caller records it with the result. */
  readonly call: CallRecord;
}

export interface AskOptions<A> {
  readonly model: string;
  readonly payer: Payer;
  /** Time limit of the first call and the repair call together. */
  readonly timeout_ms: number;
  readonly image?: ModelMessage["image"];
  /** Faults of an answer that matches the schema, as sentences; empty for a usable answer. */
  readonly faults?: (answer: A) => readonly string[];
  /** Called after each call but the one that completed the answer, also for one that failed: their tokens cost money. */
  readonly onUnusable?: (call: CallRecord) => Promise<void> | void;
}

/**
 * Calls the model with a prompt and returns the parsed answer. An answer that was cut off at the length limit is
 * continued, at most twice. For an answer that does not match the schema or has faults, one repair call follows; if that
 * fails too, throws ModelRefused. Throws ModelUnavailable when the time limit is exceeded.
 */
export async function ask<I, A>(
  services: AskServices,
  prompt: Prompt<I, A>,
  input: I,
  options: AskOptions<A>,
): Promise<Asked<A>> {
  const call = caller(services, prompt, options);
  const unusable = async (record: CallRecord) => options.onUnusable?.(record);
  const first: ModelMessage = {
    role: "user",
    text: prompt.render(input).toWellFormed(),
    ...(options.image ? { image: options.image } : {}),
  };

  const { reply, record } = await continued(call, [first], unusable);
  const read = readAnswer(prompt, reply, options.faults);
  if ("answer" in read) return { answer: read.answer, call: record };
  await unusable(record);
  if (isCutOff(reply)) throw refused(options.model, "its answer was cut off at the length limit");

  const again: ModelMessage[] = [
    first,
    { role: "assistant", text: turnOf(reply) },
    { role: "user", text: read.repair },
  ];
  const second = await continued(call, again, unusable);
  const repaired = readAnswer(prompt, second.reply, options.faults);
  if ("answer" in repaired) return { answer: repaired.answer, call: second.record };
  await unusable(second.record);
  throw refused(options.model, repaired.why);
}

interface Called {
  readonly reply: ModelReply;
  readonly record: CallRecord;
}

/** Makes one call; with `plain`, for text instead of an answer. */
type Call = (messages: readonly ModelMessage[], plain?: boolean) => Promise<Called>;

function caller<I, A>(
  { converser, clock, budget }: AskServices,
  prompt: Prompt<I, A>,
  { model, payer, timeout_ms, onUnusable }: AskOptions<A>,
): Call {
  const deadline = clock.now() + timeout_ms;
  const answer = {
    name: `${prompt.role}_answer`,
    description: prompt.answerDescription,
    schema: answerSchema(prompt),
  };
  return async (messages, plain = false) => {
    const started = clock.now();
    const left = deadline - started;
    if (left <= 0) throw late(model);
    const request: ModelRequest = {
      model,
      role: prompt.role,
      system: prompt.system,
      messages,
      ...(plain ? {} : { answer }),
      temperature: prompt.temperature,
      max_tokens: prompt.maxTokens,
      timeout_ms: left,
    };
    const recorded = (usage: TokenUsage, stop_reason: string) =>
      recordOf(request, usage, clock.now() - started, stop_reason);
    const reservation = await reserve(budget, payer, request);
    let cost = 0;
    try {
      const reply = await converser.converse(request);
      const record = recorded(reply.usage, reply.stop_reason);
      cost = record.cost_micro_usd;
      return { reply, record };
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      const record = recorded(error.usage, "failed");
      cost = record.cost_micro_usd;
      await onUnusable?.(record);
      throw error;
    } finally {
      // The answer is paid for and kept, even if the settlement fails; the reservation then expires.
      await reservation?.settle(cost).catch(() => {});
    }
  };
}

/** Reserves the most that a call can cost; nothing for a model that is free or has no listed price. Throws PolicyDenied. */
async function reserve(budget: Budget, payer: Payer, request: ModelRequest): Promise<Reservation | null> {
  const { model, max_tokens, timeout_ms } = request;
  if (payer.limits.unlisted === "refuse" && !isPriced(model)) throw unlistedModel(model);
  const cost = highestCostMicroUsd(model, estimateInputTokens(request), max_tokens);
  return cost === 0 ? null : await budget.reserve(payer, cost, timeout_ms);
}

/** Makes a call and, while its answer is cut off, asks for the rest of it. */
async function continued(
  call: Call,
  messages: readonly ModelMessage[],
  unusable: (record: CallRecord) => Promise<void>,
): Promise<Called> {
  let called = await call(messages);
  for (let count = 0; count < CONTINUATIONS && isCutOff(called.reply); count++) {
    await unusable(called.record);
    const before = called.reply.text.toWellFormed();
    const { reply, record } = await call(
      [...messages, { role: "assistant", text: before }, { role: "user", text: continuationRequest(before) }],
      true,
    );
    called = { record, reply: { ...reply, json: undefined, text: splice(before, reply.text) } };
  }
  return called;
}

/** Whether there is a beginning of an answer whose rest is missing. */
function isCutOff({ stop_reason, json, text }: ModelReply): boolean {
  return stop_reason === "max_tokens" && json === undefined && text.trim() !== "";
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
