import { z } from "zod";
import { DIRECTIVE_FACTS } from "#core/directives/signals.ts";
import { WORKING_PHASES } from "#core/factory/mission/phase.ts";
import { planSchema } from "#core/factory/plan/plan.ts";
import { EXECUTION_FACTS } from "#core/governance/execution/signals.ts";
import { workflowSchema } from "#core/governance/execution/workflow-ref.ts";
import { GATE_FACTS } from "#core/governance/gate/signals.ts";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

const errorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);
const attempt = z.number().int();
const count = z.number().int();

/** Signals of a mission: the schema of their data by signal type. */
export const MISSION_FACTS = {
  ...EXECUTION_FACTS,
  /** Gates of effects and of a retry's plan. The plan of a first mission is confirmed in its consultation. */
  ...GATE_FACTS,
  "gantry.mission.created": z.strictObject({
    workflow: workflowSchema,
    policy: definitionRefSchema.describe("The policy that the mission uses until it ends."),
    plan: planSchema,
    plan_hash: z.string(),
    project: z
      .string()
      .describe(
        "Name of the repository and Vercel project: the plan's project name with the end of the mission's id.",
      ),
    conversation_id: z.string(),
    requester: z.string(),
    retry_of: z.string().nullable(),
  }),
  "gantry.mission.phase_entered": z.strictObject({ phase: z.enum(WORKING_PHASES), attempt }),
  "gantry.mission.cancel_requested": z.strictObject({ reason: z.string() }),
  "gantry.mission.hidden": z.strictObject({}),
  "gantry.mission.failed": z.strictObject({ code: errorCode, message: z.string() }),
  "gantry.mission.drafted": z.strictObject({
    manifest_sha256: z.string(),
    files: count,
    attempt,
    by: z.string(),
    /** The draft as it was generated: without its custom pages, and before it was merged into a released tree. */
    generated_sha256: z.string().exactOptional(),
    /** Custom pages that are missing, and why. */
    left_out: z.string().exactOptional(),
  }),
  "gantry.policy.evaluated": z.strictObject({
    verdict: z.enum(["allow", "deny"]),
    reasons: z.array(z.string()),
    policy_sha256: z.string(),
    manifest_sha256: z.string(),
  }),
  "gantry.layer.ready": z.strictObject({
    key: z.string().nullable(),
    reused: z.boolean(),
    lockfile_sha256: z.string().nullable(),
  }),
  "gantry.build.started": z.strictObject({ attempt, retry: count, task: z.string() }),
  "gantry.build.progressed": z.strictObject({
    attempt,
    build_phase: z.string(),
    elapsed_ms: z.number(),
    memory_mb: z.number(),
  }),
  "gantry.build.finished": z.strictObject({
    attempt,
    retry: count,
    verdict: z.enum(["passed", "code", "killed", "environment"]),
    reason: z.string(),
    result_sha256: z.string().nullable(),
    log_sha256: z.string().nullable(),
    command: z.array(z.string()),
    exit_code: z.number().int().nullable(),
    source_sha256: z.string().nullable(),
    source_git_tree: z.string().nullable(),
    output_sha256: z.string().nullable(),
    fingerprint: z.string().nullable(),
  }),
  "gantry.heal.applied": z.strictObject({
    attempt,
    by: z.enum(["rules", "model"]),
    fixes: z.array(z.string()),
    manifest_sha256: z.string(),
    /** Custom pages without which the app is built from here on, and why. */
    left_out: z.string().exactOptional(),
  }),
  "gantry.review.finished": z.strictObject({
    attempt,
    verdict: z.enum(["accept", "reject"]),
    notes: z.array(z.string()),
  }),
  ...DIRECTIVE_FACTS,
  "gantry.deployment.previewed": z.strictObject({
    deployment: z.string(),
    url: z.string(),
    output_sha256: z.string(),
  }),
  "gantry.deployment.verified": z.strictObject({
    attempt,
    url: z.string(),
    passed: z.boolean(),
    reason: z.string(),
    report_sha256: z.string(),
    fingerprint: z.string().nullable(),
    /** The picture of the page after the first acceptance that failed, or after the last one if all passed. */
    screenshot_sha256: z.string().optional(),
    /** The same page on a phone. */
    phone_screenshot_sha256: z.string().optional(),
  }),
  "gantry.deployment.promoted": z.strictObject({ deployment: z.string(), url: z.string() }),
  /** Whether the live address shows the promoted deployment. */
  "gantry.deployment.checked": z.strictObject({
    deployment: z.string(),
    url: z.string(),
    passed: z.boolean(),
    tries: count,
    reason: z.string(),
  }),
  /** The release that was live before is live again, because the live address did not show the new one. */
  "gantry.deployment.restored": z.strictObject({
    deployment: z.string(),
    url: z.string(),
    release: count,
  }),
  "gantry.pull_request.opened": z.strictObject({
    url: z.string(),
    number: z.number().int(),
    branch: z.string(),
    commit: z.string(),
    tree: z.string(),
  }),
} as const;

export type MissionFact = keyof typeof MISSION_FACTS;

/** The data of each signal, by its type. */
export type MissionFacts = { [F in MissionFact]: z.infer<(typeof MISSION_FACTS)[F]> };

/** A signal of a mission; its type determines its data. */
export type MissionSignal = {
  [F in MissionFact]: Omit<Signal, "type" | "data"> & { type: F; data: MissionFacts[F] };
}[MissionFact];
