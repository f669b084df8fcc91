import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Budget, Reservation, WithBudget } from "#core/model/budget.ts";
import { type CallRecord, recordOf } from "#core/model/call-record.ts";
import {
  type AnswerForm,
  CallFailed,
  type ModelMessage,
  type ModelReply,
  type ModelRequest,
  type TokenUsage,
  type WithConverser,
} from "#core/model/converser.ts";
import { estimateInputTokens } from "#core/model/estimate.ts";
import type { Payer } from "#core/model/model-limits.ts";
import { chargedMicroUsd, highestChargeMicroUsd, isPriced, unlistedModel } from "#core/model/prices.ts";
import type { Instructions } from "#core/model/prompt.ts";

export type CallServices = WithConverser & WithClock & WithBudget;

export interface CallOptions {
  readonly model: string;
  readonly payer: Payer;
  /** Time limit of all calls together. */
  readonly timeout_ms: number;
  /** Time limit of each call; without it, what is left of all calls' time. */
  readonly call_ms?: number;
  /**
   * Called after each call but the one that completed the answer, also for one that failed: their tokens cost money.
   */
  readonly onUnusable?: (call: CallRecord) => Promise<void> | void;
}

export interface Called {
  readonly reply: ModelReply;
  readonly record: CallRecord;
}

/** Makes one call: for a structured answer or for text, whose pieces `accept` sees as they arrive. */
export type Call = (
  messages: readonly ModelMessage[],
  form?: { readonly answer?: AnswerForm } & Pick<ModelRequest, "accept">,
) => Promise<Called>;

/**
 * Returns a function for the calls with one prompt, which share its time limit. Each is paid from the budget. It throws
 * PolicyDenied when the budget does not allow the call, ModelUnavailable when no time is left, and like the converser.
 */
export function caller(
  { converser, clock, budget }: CallServices,
  { agent, agent_sha256, system }: Instructions,
  { model, payer, timeout_ms, call_ms = timeout_ms, onUnusable }: CallOptions,
): Call {
  const deadline = clock.now() + timeout_ms;
  return async (messages, form = {}) => {
    const started = clock.now();
    const left = Math.min(deadline - started, call_ms);
    if (left <= 0) throw late(model);
    const request: ModelRequest = {
      model,
      role: agent.role,
      system,
      messages,
      ...form,
      ...agent.limits,
      timeout_ms: left,
    };
    const recorded = (usage: TokenUsage, stop_reason: string) =>
      recordOf({ ...request, agent_sha256 }, usage, clock.now() - started, stop_reason);
    const reservation = await reserve(budget, payer, request);
    let cost = 0;
    try {
      const reply = await converser.converse(request);
      const record = recorded(reply.usage, reply.stop_reason);
      cost = chargedMicroUsd(model, reply.usage);
      return { reply, record };
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      const record = recorded(error.usage, "failed");
      cost = chargedMicroUsd(model, error.usage);
      await onUnusable?.(record);
      throw error;
    } finally {
      // The answer is paid for and kept, even if the settlement fails; the reservation then expires.
      await reservation?.settle(cost).catch(() => {});
    }
  };
}

/** Reserves the most that a call can cost; nothing for a model that is free. Throws PolicyDenied. */
async function reserve(budget: Budget, payer: Payer, request: ModelRequest): Promise<Reservation | null> {
  const { model, max_tokens, timeout_ms } = request;
  if (payer.limits.unlisted === "refuse" && !isPriced(model)) throw unlistedModel(model);
  const cost = highestChargeMicroUsd(model, estimateInputTokens(request), max_tokens);
  return cost === 0 ? null : await budget.reserve(payer, cost, timeout_ms);
}

function late(model: string): GantryError {
  return new GantryError("ModelUnavailable", "The model returned no usable response in time.", {
    detail: { model },
  });
}
