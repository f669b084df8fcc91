import { z } from "zod";
import { DIRECTIVE_FACTS } from "#core/directives/signals.ts";
import { EXECUTION_FACTS } from "#core/governance/execution/signals.ts";
import { workflowSchema } from "#core/governance/execution/workflow-ref.ts";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import { jsonSchema } from "#core/kernel/json.ts";
import { type Actor, type Signal, type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";
import { RUN_MACHINES } from "#core/workflows/machines.ts";
import { STEP_STATES } from "#core/workflows/record.ts";

const attempt = z.number().int();
const failure = z.strictObject({
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
});

/** The result of a run: a small value, or the digest of the artifact with a larger one. */
const resultSchema = z.union([
  z.strictObject({ value: jsonSchema }),
  z.strictObject({ sha256: sha256Schema }),
]);
export type RunResult = z.infer<typeof resultSchema>;

/** Signals of a run: the schema of their data by signal type. */
const RUN_FACTS = {
  ...EXECUTION_FACTS,
  "gantry.execution.transitioned": EXECUTION_FACTS["gantry.execution.transitioned"].extend({
    /** The result of a successful run on the machine `inline`. */
    result: resultSchema.optional(),
  }),
  "gantry.execution.created": z.strictObject({
    workflow: workflowSchema,
    policy: definitionRefSchema,
    requester: z.string(),
    team: z.string().nullable(),
    trigger: z.strictObject({ kind: z.string(), ref: z.string(), context: jsonSchema }),
    /** Nesting depth from 1: a run that a step of another run starts is one level deeper. */
    depth: z.number().int(),
    machine: z.enum(RUN_MACHINES),
    active_seconds: z.number().int(),
    input: z.record(z.string(), z.string()),
  }),
  "gantry.execution.failed": failure,
  "gantry.step.changed": z.strictObject({
    step: z.string(),
    undo: z.boolean().describe("Whether this concerns the compensation of the step."),
    state: z.enum(STEP_STATES),
    attempt,
    until_ms: z.number().int().optional(),
    result: jsonSchema.optional(),
    error: failure.optional(),
  }),
  /** The result of a step, reported by an external system. */
  "gantry.external.reported": z.strictObject({ step: z.string(), result: jsonSchema }),
  ...DIRECTIVE_FACTS,
} as const;

type RunFact = keyof typeof RUN_FACTS;

/** The data of each signal, by its type. */
export type RunFacts = { [F in RunFact]: z.infer<(typeof RUN_FACTS)[F]> };

/** A signal of a run; its type determines its data. */
export type RunSignal = {
  [F in RunFact]: Omit<Signal, "type" | "data"> & { type: F; data: RunFacts[F] };
}[RunFact];

/** Creates a draft of a run's signal; `data` is checked against the type. */
export function runFact<F extends RunFact>(type: F, data: RunFacts[F], actor: Actor = SYSTEM): SignalDraft {
  return { type, data: data as Record<string, unknown>, actor };
}
