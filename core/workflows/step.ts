import { z } from "zod";
import { escalationSchema, gateRules } from "#core/governance/gate/terms.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { type Condition, conditionSchema, templateSchema } from "#core/workflows/values.ts";

const YEAR_SECONDS = 31_536_000;

const stepId = z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/, "must be 1-32 of a-z, 0-9, '_', '-'");
const callSchema = z.strictObject({ tool: z.string().min(1).max(64), args: templateSchema });
const seconds = (max: number) => z.number().int().min(1).max(max);

const common = {
  id: stepId,
  title: z.string().min(1).max(120),
  /** Ids of steps in the same list. Absent: the previous step. Empty: none. */
  depends_on: z.array(stepId).max(50).optional(),
};
const worked = {
  ...common,
  /** Number of retries after a temporary failure, and the seconds before each. */
  retry: z.strictObject({ attempts: z.number().int().min(1).max(9), seconds: seconds(86_400) }).optional(),
};
/** The call that undoes the step's effect when a later step fails. */
const compensate = callSchema.optional();

const leafSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("tool"),
    ...worked,
    ...callSchema.shape,
    timeout_seconds: seconds(280).optional(),
  }),
  z.strictObject({
    kind: z.literal("directive"),
    ...worked,
    ...callSchema.shape,
    timeout_seconds: seconds(280).optional(),
    compensate,
  }),
  z.strictObject({
    kind: z.literal("gate"),
    ...common,
    ...gateRules,
    escalate: escalationSchema.optional(),
    overridable: z.boolean(),
    /** What the person sees and decides on. */
    show: templateSchema,
  }),
  z.strictObject({ kind: z.literal("wait"), ...common, seconds: seconds(YEAR_SECONDS) }),
  z.strictObject({
    kind: z.literal("workflow"),
    ...worked,
    workflow: idSchema,
    input: templateSchema,
    timeout_seconds: seconds(YEAR_SECONDS),
    compensate,
  }),
  z.strictObject({
    kind: z.literal("external"),
    ...worked,
    /** The request to the external system. */
    request: templateSchema,
    timeout_seconds: seconds(YEAR_SECONDS),
    compensate,
  }),
]);
type Leaf = z.infer<typeof leafSchema>;

interface Common {
  readonly id: string;
  readonly title: string;
  readonly depends_on?: readonly string[] | undefined;
}

/** Runs the steps of the first option whose condition is true, otherwise those of `otherwise`, or fails the run. */
interface ChoiceStep extends Common {
  readonly kind: "choice";
  readonly options: readonly { readonly when: Condition; readonly steps: readonly Step[] }[];
  readonly otherwise: { readonly steps: readonly Step[] } | { readonly fail: string };
}

/** Runs lists of steps in parallel. */
interface ParallelStep extends Common {
  readonly kind: "parallel";
  readonly branches: readonly (readonly Step[])[];
}

export type Step = Leaf | ChoiceStep | ParallelStep;
export type StepOf<K extends Step["kind"]> = Extract<Step, { readonly kind: K }>;

export const stepsSchema: z.ZodType<readonly Step[]> = z.lazy(() => z.array(stepSchema).min(1).max(50));
const choiceSchema = z.strictObject({
  kind: z.literal("choice"),
  ...common,
  options: z
    .array(z.strictObject({ when: conditionSchema, steps: z.array(z.lazy(() => stepSchema)).max(50) }))
    .min(1)
    .max(10),
  otherwise: z.union([
    z.strictObject({ steps: z.array(z.lazy(() => stepSchema)).max(50) }),
    z.strictObject({ fail: z.string().min(1).max(500) }),
  ]),
});
const parallelSchema = z.strictObject({
  kind: z.literal("parallel"),
  ...common,
  branches: z.array(stepsSchema).min(2).max(10),
});
const stepSchema = z.lazy(() => z.union([leafSchema, choiceSchema, parallelSchema])) as z.ZodType<Step>;
