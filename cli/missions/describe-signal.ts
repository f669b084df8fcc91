import { phaseLabel } from "#core/factory/mission/phase-names.ts";
import type { MissionFact, MissionFacts, MissionSignal } from "#core/factory/mission/signals.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { usdOf } from "#core/kernel/micro-usd.ts";
import { ownValue } from "#core/kernel/own-value.ts";

type Words = { [F in MissionFact]: (data: MissionFacts[F]) => string };

const WORDS: Words = {
  "gantry.mission.created": ({ plan, retry_of }) =>
    `${plan.title}${retry_of ? `, a retry of ${retry_of}` : ""}`,
  "gantry.gate.opened": ({ gate_id, title }) => `${title} (${gate_id})`,
  "gantry.gate.escalated": ({ gate_id, approvers }) =>
    `${gate_id}: may be decided by ${approvers.join(", ")}`,
  "gantry.gate.voided": ({ gate_id, reason }) => `${gate_id}: ${reason}`,
  "gantry.policy.allowed": ({ gate, requester_kind, requester }) =>
    `${gate}: allowed for the ${requester_kind} ${requester}`,
  "gantry.decision.recorded": ({ actor, type, justification }) =>
    [`${actor}: ${type}`, justification].filter((part) => part !== "").join("; "),
  "gantry.mission.phase_entered": ({ phase, attempt }) => phaseLabel(phase, attempt),
  "gantry.mission.cancel_requested": ({ reason }) => reason,
  "gantry.mission.hidden": () => "hidden from the lists",
  "gantry.execution.transitioned": ({ from, to, outcome }) =>
    `${from} → ${to}${outcome ? ` (${outcome})` : ""}`,
  "gantry.mission.failed": ({ code, message }) => `${code}: ${message}`,
  "gantry.mission.drafted": ({ files, by, manifest_sha256, left_out }) =>
    `${files} files by ${by}, draft ${short(manifest_sha256)}${left_out ? `; not written: ${left_out}` : ""}`,
  "gantry.policy.evaluated": ({ verdict, reasons }) => [verdict, ...reasons].join("; "),
  "gantry.layer.ready": ({ key, reused }) =>
    key ? `dependencies ${short(key)}${reused ? ", reused" : ""}` : "no dependencies",
  "gantry.build.started": ({ attempt, retry }) =>
    `attempt ${attempt}${retry ? `, started again (${retry})` : ""}`,
  "gantry.build.progressed": ({ build_phase, elapsed_ms, memory_mb }) =>
    `${build_phase}, ${(elapsed_ms / 1000).toFixed(1)} s, ${Math.round(memory_mb)} MB`,
  "gantry.build.finished": ({ verdict, reason }) => `${verdict}: ${reason}`,
  "gantry.heal.applied": ({ by, fixes }) => `by ${by}: ${fixes.join("; ")}`,
  "gantry.review.finished": ({ verdict, notes }) => [verdict, ...notes].join("; "),
  "gantry.model.called": ({ role, model, input_tokens, output_tokens, ms, estimated, ...cost }) =>
    `${role}, ${model}: ${estimated ? "about " : ""}${input_tokens} tokens in, ${output_tokens} out, ${(ms / 1000).toFixed(1)} s, ${costText(cost)}`,
  "gantry.directive.changed": ({ tool, state }) => `${tool}: ${state}`,
  "gantry.tool.called": ({ tool, result_sha256 }) => `${tool}, result ${short(result_sha256)}`,
  "gantry.deployment.previewed": ({ url }) => url,
  "gantry.deployment.verified": ({ passed, reason }) => `${passed ? "passed" : "failed"}: ${reason}`,
  "gantry.deployment.promoted": ({ url }) => url,
  "gantry.deployment.checked": ({ passed, reason, tries }) =>
    `${passed ? "passed" : `failed in ${tries} tries`}: ${reason}`,
  "gantry.deployment.restored": ({ release, url }) => `release ${release} is live again at ${url}`,
  "gantry.pull_request.opened": ({ url }) => url,
};

/** Describes a signal in one line. Empty for a type that this version does not know. */
export function describeSignal(signal: Signal): string {
  const fact = signal as MissionSignal;
  const words = ownValue(WORDS, fact.type) as ((data: unknown) => string) | undefined;
  return words ? words(fact.data).replace(/\s+/g, " ") : "";
}

/** The type without what all types share: `build.finished`. */
export function shortType(type: string): string {
  return type.replace(/^gantry\./, "");
}

const short = (digest: string) => digest.slice(0, 12);

/** The cost of a model call, with the date of its prices. */
function costText({ cost_micro_usd, price_table, unpriced }: Record<string, unknown>): string {
  if (unpriced) return `no listed price (${price_table})`;
  return `$${usdOf(Number(cost_micro_usd)).toFixed(4)} (prices of ${price_table})`;
}
