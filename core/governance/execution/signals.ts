import { z } from "zod";
import { EXECUTION_STATES } from "#core/governance/execution/states.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";

const state = z.enum(EXECUTION_STATES);
const count = z.number().int();

/** Signals of every execution: the schema of their data by signal type. */
export const EXECUTION_FACTS = {
  "gantry.execution.transitioned": z.strictObject({
    from: state,
    to: state,
    outcome: z.enum(OUTCOMES).nullable(),
  }),
  "gantry.model.called": z.strictObject({
    role: z.string(),
    agent_sha256: z.string().exactOptional(),
    model: z.string(),
    input_tokens: count,
    output_tokens: count,
    cost_micro_usd: z.number(),
    ms: z.number(),
    stop_reason: z.string(),
    price_table: z.string(),
    cache_read_tokens: count.exactOptional(),
    estimated: z.literal(true).exactOptional(),
    unpriced: z.literal(true).exactOptional(),
  }),
} as const;

type ExecutionFact = keyof typeof EXECUTION_FACTS;
export type ExecutionFacts = { [F in ExecutionFact]: z.infer<(typeof EXECUTION_FACTS)[F]> };

/** A signal that every execution can have; its type determines its data. */
export type ExecutionSignal = { [F in ExecutionFact]: { type: F; data: ExecutionFacts[F] } }[ExecutionFact];
