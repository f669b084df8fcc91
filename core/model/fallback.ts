import type { Clock } from "#core/kernel/clock.ts";
import { type AnswerStrategy, capabilitiesOf } from "#core/model/capabilities.ts";
import {
  type AnswerForm,
  type Converser,
  isFormatRefused,
  type ModelCall,
  type ModelCaller,
  type ModelRequest,
} from "#core/model/converser.ts";
import { estimatePrefixTokens } from "#core/model/estimate.ts";
import { translate } from "#core/model/translate.ts";

/**
 * Calls each model with the best strategy that it supports: native structured output, then a forced tool, then an
 * optional tool. A strategy that the service refuses is skipped in later calls of that model, for the life of this
 * object.
 */
export function createConverser(caller: ModelCaller, clock: Clock): Converser {
  const refused = new Map<string, Set<AnswerStrategy>>();
  return {
    async converse(request) {
      const deadline = clock.now() + request.timeout_ms;
      const calls = callsFor(request, refused.get(request.model) ?? new Set());
      for (const [index, call] of calls.entries()) {
        try {
          return await caller.call({ ...call, timeout_ms: Math.max(1, deadline - clock.now()) });
        } catch (error) {
          if (call.strategy === "text" || !isFormatRefused(error) || index === calls.length - 1) throw error;
          remember(request.model, call.strategy);
        }
      }
      throw new RangeError("a model has at least one strategy");
    },
  };

  function remember(model: string, strategy: AnswerStrategy): void {
    refused.set(model, new Set(refused.get(model)).add(strategy));
  }
}

/** The request with each remaining strategy of its model, best first; at least one. */
function callsFor(request: ModelRequest, refused: ReadonlySet<AnswerStrategy>): ModelCall[] {
  const { strategies, dialect, temperature, cache_min_tokens } = capabilitiesOf(request.model);
  const { temperature: wanted, answer, ...rest } = request;
  const call = { ...rest, ...(temperature && wanted !== undefined ? { temperature: wanted } : {}) };
  const cached = (form?: AnswerForm) =>
    cache_min_tokens !== null && estimatePrefixTokens(request.system, form) >= cache_min_tokens
      ? ({ cache_prefix: true } as const)
      : {};
  if (!answer) return [{ ...call, ...cached(), strategy: "text" }];
  const { $schema: _, ...plain } = answer.schema;
  return strategies.flatMap((strategy) => {
    const schema = strategy === "json_schema" ? translate(plain, dialect) : plain;
    return refused.has(strategy) || schema === null
      ? []
      : [
          {
            ...call,
            ...cached(strategy === "json_schema" ? undefined : { ...answer, schema }),
            answer: { ...answer, schema },
            strategy,
          },
        ];
  });
}
