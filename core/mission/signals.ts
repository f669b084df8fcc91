import type { Decision } from "#core/conversation/conversation.ts";
import type { ErrorCode } from "#core/errors.ts";
import type { ExecutionState, Outcome } from "#core/execution.ts";
import type { Signal } from "#core/ledger/signal.ts";
import type { WorkingPhase } from "#core/mission/phase.ts";
import type { Plan } from "#core/plan/plan.ts";

/** Facts of a mission and what each one says. The keys are the signal types. */
export interface MissionFacts {
  "gantry.mission.created": {
    plan: Plan;
    plan_hash: string;
    /** Name of repository and Vercel project: the plan's name and the end of the mission's id, unique everywhere. */
    project: string;
    conversation_id: string;
    requester: string;
    retry_of: string | null;
  };
  /** On the chain of a retried mission; the first one's decision is in its consultation. */
  "gantry.decision.recorded": Decision;
  "gantry.mission.phase_entered": { phase: WorkingPhase; attempt: number };
  "gantry.mission.cancel_requested": { reason: string };
  "gantry.mission.hidden": Record<string, never>;
  "gantry.execution.transitioned": { from: ExecutionState; to: ExecutionState; outcome: Outcome | null };
  "gantry.mission.failed": { code: ErrorCode; message: string };
  /** How the mission ends, recorded before its evidence is sealed: a seal that is tried again keeps it. */
  "gantry.mission.concluded": { outcome: Outcome };
  "gantry.mission.drafted": { manifest_sha256: string; files: number; attempt: number; by: string };
  "gantry.policy.evaluated": {
    verdict: "allow" | "deny";
    reasons: string[];
    policy_sha256: string;
    manifest_sha256: string;
  };
  "gantry.layer.ready": { key: string | null; reused: boolean; lockfile_sha256: string | null };
  "gantry.build.started": { attempt: number; retry: number; task: string };
  "gantry.build.progressed": { attempt: number; build_phase: string; elapsed_ms: number; memory_mb: number };
  "gantry.build.finished": {
    attempt: number;
    retry: number;
    verdict: "passed" | "code" | "killed" | "environment";
    reason: string;
    result_sha256: string | null;
    log_sha256: string | null;
    command: string[];
    exit_code: number | null;
    source_sha256: string | null;
    source_git_tree: string | null;
    output_sha256: string | null;
    fingerprint: string | null;
  };
  "gantry.heal.applied": { attempt: number; by: "rules" | "model"; fixes: string[]; manifest_sha256: string };
  "gantry.review.finished": { attempt: number; verdict: "accept" | "reject"; notes: string[] };
  "gantry.model.called": {
    role: string;
    model: string;
    input_tokens: number;
    output_tokens: number;
    cost_micro_usd: number;
    ms: number;
    stop_reason: string;
    price_table: string;
  };
  "gantry.directive.changed": {
    directive: string;
    tool: string;
    state: string;
    attempt: number;
    args_sha256: string;
    idempotency_key: string;
  };
  "gantry.deployment.previewed": { deployment: string; url: string; output_sha256: string };
  "gantry.deployment.verified": {
    attempt: number;
    url: string;
    passed: boolean;
    reason: string;
    report_sha256: string;
    fingerprint: string | null;
  };
  "gantry.deployment.promoted": { deployment: string; url: string };
  "gantry.pull_request.opened": { url: string; number: number; branch: string; commit: string; tree: string };
  "gantry.evidence.sealed": {
    tree_size: number;
    root: string;
    seal_sha256: string;
    version_id: string;
    key: string;
  };
}

export type MissionFact = keyof MissionFacts;

/** A mission signal with its data typed by its type. */
export type MissionSignal = {
  [F in MissionFact]: Omit<Signal, "type" | "data"> & { type: F; data: MissionFacts[F] };
}[MissionFact];
