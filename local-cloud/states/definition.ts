import { z } from "zod";
import type { Json } from "./json.ts";

/** The supported subset of Amazon States Language (JSONata only); any other field or type is refused. */

const LONGEST_SECONDS = 99_999_999;
const expression = z.string().regex(/^\{%[\s\S]*%\}$/, "must be a JSONata expression {% … %}");
const seconds = z.union([z.number().int().min(1).max(LONGEST_SECONDS), expression]);
const template = z.json() as z.ZodType<Json>;
const assign = z.record(z.string().regex(/^[\p{L}_][\p{L}\p{N}_]{0,79}$/u), template);

const common = { Comment: z.string().optional(), QueryLanguage: z.literal("JSONata").optional() };
const flow = { Next: z.string().optional(), End: z.literal(true).optional() };
const values = { Output: template.optional(), Assign: assign.optional() };

const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.number().int().min(1).max(LONGEST_SECONDS).optional(),
  MaxAttempts: z.number().int().min(0).max(LONGEST_SECONDS).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.number().int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(["FULL", "NONE"]).optional(),
});
const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  ...values,
});
const recovery = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const pass = z.strictObject({ Type: z.literal("Pass"), ...common, ...values, ...flow });
const succeed = z.strictObject({ Type: z.literal("Succeed"), ...common, Output: template.optional() });
const fail = z.strictObject({
  Type: z.literal("Fail"),
  ...common,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
const wait = z.strictObject({
  Type: z.literal("Wait"),
  ...common,
  Seconds: z.union([z.number().int().min(0).max(LONGEST_SECONDS), expression]).optional(),
  Timestamp: z.union([expression, z.iso.datetime({ offset: true })]).optional(),
  ...values,
  ...flow,
});
const choice = z.strictObject({
  Type: z.literal("Choice"),
  ...common,
  Choices: z
    .array(
      z.strictObject({
        Comment: z.string().optional(),
        Condition: expression,
        Next: z.string(),
        ...values,
      }),
    )
    .min(1),
  Default: z.string().optional(),
  ...values,
});
const task = z.strictObject({
  Type: z.literal("Task"),
  ...common,
  Resource: z.string(),
  Arguments: template.optional(),
  TimeoutSeconds: seconds.optional(),
  HeartbeatSeconds: seconds.optional(),
  ...recovery,
  ...values,
  ...flow,
});
const parallel = z.strictObject({
  Type: z.literal("Parallel"),
  ...common,
  Arguments: template.optional(),
  get Branches() {
    return z.array(z.strictObject({ ...graph.shape, Comment: z.string().optional() })).min(1);
  },
  ...recovery,
  ...values,
  ...flow,
});
const count = z.union([z.number().int().min(0), expression]);
const map = z.strictObject({
  Type: z.literal("Map"),
  ...common,
  Items: z.union([expression, z.array(template)]).optional(),
  ItemSelector: template.optional(),
  get ItemProcessor() {
    return z.strictObject({
      Comment: z.string().optional(),
      ProcessorConfig: z.strictObject({ Mode: z.literal("INLINE") }).optional(),
      ...graph.shape,
    });
  },
  MaxConcurrency: count.optional(),
  ToleratedFailureCount: count.optional(),
  ToleratedFailurePercentage: z.union([z.number().min(0).max(100), expression]).optional(),
  ...recovery,
  ...values,
  ...flow,
});

export type PassState = z.infer<typeof pass>;
export type SucceedState = z.infer<typeof succeed>;
export type FailState = z.infer<typeof fail>;
export type WaitState = z.infer<typeof wait>;
export type ChoiceState = z.infer<typeof choice>;
export type TaskState = z.infer<typeof task>;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
type Recovery = { Retry?: Retrier[] | undefined; Catch?: Catcher[] | undefined };
type Values = Pick<PassState, "Comment" | "QueryLanguage" | "Output" | "Assign" | "Next" | "End">;
export type ParallelState = Values &
  Recovery & { Type: "Parallel"; Arguments?: Json | undefined; Branches: Graph[] };
export type MapState = Values &
  Recovery & {
    Type: "Map";
    Items?: string | Json[] | undefined;
    ItemSelector?: Json | undefined;
    ItemProcessor: Graph;
    MaxConcurrency?: number | string | undefined;
    ToleratedFailureCount?: number | string | undefined;
    ToleratedFailurePercentage?: number | string | undefined;
  };
export type State =
  | PassState
  | SucceedState
  | FailState
  | WaitState
  | ChoiceState
  | TaskState
  | ParallelState
  | MapState;
/** A chain of states: the machine itself, a branch, or the steps of a Map's item. */
export interface Graph {
  StartAt: string;
  States: Record<string, State>;
}
export interface Definition extends Graph {
  TimeoutSeconds?: number | undefined;
}

const state = z.discriminatedUnion("Type", [pass, succeed, fail, wait, choice, task, parallel, map]);
const graph: z.ZodObject<{ StartAt: z.ZodString; States: z.ZodType<Record<string, State>> }> = z.strictObject(
  {
    StartAt: z.string(),
    States: z.record(
      z.string().min(1).max(80),
      z.lazy(() => state),
    ) as z.ZodType<Record<string, State>>,
  },
);

export const definitionSchema = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal("JSONata", "must be JSONata: JSONPath machines are not supported"),
  Version: z.literal("1.0").optional(),
  TimeoutSeconds: z.number().int().min(1).max(LONGEST_SECONDS).optional(),
  ...graph.shape,
});
