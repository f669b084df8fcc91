import { z } from "zod";
import { approvalsSchema, DEFAULT_APPROVALS } from "#core/directives/approvals.ts";
import { TOOL_VERDICTS } from "#core/directives/tool.ts";
import { EFFECT_TOOLS, type EffectToolName } from "#core/directives/tools.ts";
import { buildLimitsSchema, MAX_WAIT_SECONDS } from "#core/factory/build/limits.ts";
import { patternSchema } from "#core/factory/policy/patterns.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { modelLimitsSchema } from "#core/model/model-limits.ts";

const missionLimitsSchema = z
  .strictObject({
    attempts: z.number().int().min(1).max(10),
    environment_retries: z.number().int().min(0).max(5),
    active_seconds: z.number().int().min(60).max(7200),
    install_seconds: z.number().int().min(5).max(600),
    build_task_seconds: z.number().int().min(10).max(1800),
    heartbeat_seconds: z.number().int().min(5).max(600),
    prepared_seconds: z.number().int().min(30).max(MAX_WAIT_SECONDS),
    builder_seconds: z.number().int().min(60).max(3600),
    deploy_seconds: z.number().int().min(5).max(900),
    verify_seconds: z.number().int().min(5).max(300),
    verify_tries: z.number().int().min(1).max(10),
    concurrent_missions: z.number().int().min(1).max(100),
  })
  .refine(
    (limits) => limits.builder_seconds >= limits.prepared_seconds + limits.build_task_seconds,
    "builder_seconds must be at least the sum of prepared_seconds and build_task_seconds",
  );

const verdictSchema = z.enum(TOOL_VERDICTS);

/** Tools that policies from before them do not name: a person decides on their use. */
const NEW_TOOLS: readonly EffectToolName[] = ["deploy.restore", "deploy.remove"];

const verdictOf = (tool: EffectToolName) =>
  NEW_TOOLS.includes(tool) ? verdictSchema.default("require_human") : verdictSchema;

/**
 * Gates that machines may pass without a person; by default none. `allow` lets a service or agent that may consult also
 * start missions.
 */
const gatesSchema = z
  .strictObject({ "build.confirm": z.enum(["require_human", "allow"]).default("require_human") })
  .prefault({});

/** The schema of `policy.yaml`. */
export const policySchema = z.strictObject({
  version: z.literal(1),
  stacks: z.array(z.enum(STACK_NAMES)).min(1),
  missions: missionLimitsSchema,
  builder: buildLimitsSchema,
  directives: z.strictObject(
    Object.fromEntries(EFFECT_TOOLS.map((tool) => [tool, verdictOf(tool)])) as Record<
      EffectToolName,
      typeof verdictSchema
    >,
  ),
  gates: gatesSchema,
  models: modelLimitsSchema.prefault({}),
  /** Rules of the gates of directives with the verdict `require_human`. */
  approvals: approvalsSchema.default(DEFAULT_APPROVALS),
  dependencies: z.strictObject({
    max: z.number().int().min(0).max(500),
    deny: z.array(z.string().max(214)).max(500),
  }),
  forbidden: z.array(patternSchema).max(200),
  secrets: z.array(patternSchema).max(200),
});
export type Policy = z.infer<typeof policySchema>;

export interface WithPolicy {
  readonly policy: Policy;
}
