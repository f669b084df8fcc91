import { type DirectiveFact, nextDirectives } from "#core/directives/directive.ts";
import { GENERATOR } from "#core/factory/generate/author.ts";
import { type Deployed, deploymentChange, NOTHING_DEPLOYED } from "#core/factory/mission/deployment.ts";
import type { FinalPhase, Phase } from "#core/factory/mission/phase.ts";
import type { MissionFacts, MissionSignal } from "#core/factory/mission/signals.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import {
  beginExecution,
  type Execution,
  reduceExecution,
  type Seal,
} from "#core/governance/execution/execution.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { ErrorCode } from "#core/kernel/errors.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/** One period in a phase. */
export interface PhaseSpan {
  readonly phase: Phase;
  readonly attempt: number;
  readonly started_at: string;
  readonly ended_at: string | null;
}

/** An execution of `factory.mission`. Can be rebuilt with `reduce` from its chain, except for the seal. */
export interface Mission extends Execution, Deployed {
  readonly conversation_id: string;
  readonly plan: Plan;
  readonly plan_hash: string;
  readonly project: string;
  readonly retry_of: string | null;
  readonly phase: Phase;
  readonly phases: readonly PhaseSpan[];
  /** Number of build attempts so far. */
  readonly attempts: number;
  readonly manifest_sha256: string | null;
  /**
   * The draft as it was generated, before any repair and without custom pages; undefined if it was not generated.
   */
  readonly generated_sha256?: string;
  /** Custom pages that the model did not write, or with which the app failed, and why. */
  readonly left_out?: string;
  /** Digest of the policy that last checked the draft. */
  readonly policy_sha256: string | null;
  readonly layer_key: string | null;
  /** Its directives, oldest first; undefined for missions that were stored before the state contained them. */
  readonly directives: readonly DirectiveFact[] | undefined;
  readonly build: MissionFacts["gantry.build.finished"] | null;
  /** The acceptance result of the last preview. */
  readonly acceptance: MissionFacts["gantry.deployment.verified"] | null;
  /** Fingerprints of failed attempts, oldest first. */
  readonly failures: readonly { readonly attempt: number; readonly fingerprint: string }[];
  /** Descriptions of repairs, oldest first. */
  readonly heals: readonly string[];
  /** The last attempt that was repaired. */
  readonly healed_attempt: number;
  readonly pr_url: string | null;
  readonly pull_request_tree: string | null;
  readonly review_notes: readonly string[];
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
  /** When a person requested cancellation. */
  readonly cancel_requested_at: string | null;
  readonly hidden: boolean;
}

/**
 * The mission after one more signal, based on {@link reduceExecution}. Also throws IllegalTransition for an illegal
 * transition of one of its directives.
 */
export function reduce(mission: Mission | null, signal: AnySignal): Mission {
  const fact = signal as Signal as MissionSignal; // Facts are the same in both formats.
  if (!mission) return begin(signal);
  const next = reduceExecution(mission, signal);
  switch (fact.type) {
    case "gantry.mission.phase_entered":
      return enter(next, fact.data.phase, fact.data.attempt, signal.time);
    case "gantry.execution.transitioned":
      return enterState(next, signal.time);
    case "gantry.mission.failed":
      return { ...next, error: fact.data };
    case "gantry.mission.cancel_requested":
      return { ...next, cancel_requested_at: next.cancel_requested_at ?? fact.time };
    case "gantry.mission.hidden":
      return { ...next, hidden: true };
    case "gantry.mission.drafted":
      return drafted(next, fact.data);
    case "gantry.policy.evaluated":
      return { ...next, policy_sha256: fact.data.policy_sha256 };
    case "gantry.heal.applied":
      return {
        ...next,
        manifest_sha256: fact.data.manifest_sha256,
        heals: [...next.heals, ...fact.data.fixes],
        healed_attempt: fact.data.attempt,
        ...(fact.data.left_out === undefined ? {} : { left_out: fact.data.left_out }),
      };
    case "gantry.layer.ready":
      return { ...next, layer_key: fact.data.key };
    case "gantry.build.started":
      return { ...next, attempts: Math.max(next.attempts, fact.data.attempt) };
    case "gantry.build.finished":
      return { ...next, build: fact.data, failures: addFailure(next.failures, fact.data) };
    case "gantry.review.finished":
      return { ...next, review_notes: fact.data.notes };
    case "gantry.directive.changed":
      return { ...next, directives: nextDirectives(next.directives, fact.data) };
    case "gantry.deployment.verified":
      return { ...next, acceptance: fact.data, failures: addFailure(next.failures, fact.data) };
    case "gantry.pull_request.opened":
      return { ...next, pr_url: fact.data.url, pull_request_tree: fact.data.tree };
    default:
      return { ...next, ...deploymentChange(fact) };
  }
}

function begin(signal: AnySignal): Mission {
  const fact = signal as Signal as MissionSignal;
  if (fact.type !== "gantry.mission.created")
    throw new TypeError(`the first signal of a mission must be gantry.mission.created, not ${fact.type}`);
  const { workflow = null, policy = null, requester, ...facts } = fact.data;
  return {
    ...beginExecution(signal, {
      workflow,
      pins: { policy },
      requester,
      team: null,
      trigger: { kind: "conversation", ref: facts.conversation_id },
    }),
    ...facts,
    phase: "QUEUED",
    phases: [{ phase: "QUEUED", attempt: 0, started_at: signal.time, ended_at: null }],
    attempts: 0,
    manifest_sha256: null,
    policy_sha256: null,
    layer_key: null,
    directives: [],
    build: null,
    acceptance: null,
    failures: [],
    heals: [],
    healed_attempt: 0,
    ...NOTHING_DEPLOYED,
    pr_url: null,
    pull_request_tree: null,
    review_notes: [],
    error: null,
    cancel_requested_at: null,
    hidden: false,
  };
}

function drafted(mission: Mission, fact: MissionFacts["gantry.mission.drafted"]): Mission {
  const { by, manifest_sha256, generated_sha256 = manifest_sha256, left_out } = fact;
  return {
    ...mission,
    manifest_sha256,
    ...(by === GENERATOR ? { generated_sha256 } : {}),
    ...(left_out === undefined ? {} : { left_out }),
  };
}

/** Enters the phase that follows from a transition of the execution; the mission's steps enter the other phases. */
function enterState(mission: Mission, time: string): Mission {
  if (hasEnded(mission.state)) return enter(mission, "SEALING", mission.attempts, time);
  return mission.state === "WAITING_FOR_HUMAN"
    ? enter(mission, "AWAITING_APPROVAL", mission.attempts, time)
    : mission;
}

function enter(mission: Mission, phase: Phase, attempt: number, time: string): Mission {
  const phases = mission.phases.map((span) => (span.ended_at ? span : { ...span, ended_at: time }));
  return { ...mission, phase, phases: [...phases, { phase, attempt, started_at: time, ended_at: null }] };
}

/** The ended mission with its seal, in its final phase. */
export function addSeal(mission: Mission, evidence: Seal, time: string): Mission {
  return { ...enter(mission, finalPhase(mission), mission.attempts, time), evidence };
}

/** The ended mission whose evidence could not be written. */
export function failSeal(mission: Mission, time: string): Mission {
  return enter(mission, "SEAL_FAILED", mission.attempts, time);
}

/** The final phase of an ended mission. A live app without its pull request is still DEPLOYED. */
export function finalPhase({ outcome, url }: Pick<Mission, "outcome" | "url">): FinalPhase {
  if (outcome === "succeeded" || outcome === "partial") return url ? "DEPLOYED" : "SUCCEEDED";
  if (outcome === "blocked") return "BLOCKED";
  if (outcome === "timed_out") return "TIMED_OUT";
  if (outcome === "rejected") return "REJECTED";
  return outcome === "cancelled" ? "CANCELLED" : "FAILED";
}

function addFailure(
  failures: Mission["failures"],
  { attempt, fingerprint }: { attempt: number; fingerprint: string | null },
): Mission["failures"] {
  return fingerprint ? [...failures, { attempt, fingerprint }] : failures;
}

/** Whether an earlier attempt failed in the same way. A repeated step is not compared with itself. */
export function failedSoBefore({ failures }: Mission, attempt: number, fingerprint: string | null): boolean {
  return failures.some((failure) => failure.attempt < attempt && failure.fingerprint === fingerprint);
}
