import type { Signal } from "#sdk/typescript/api.ts";
import { duration } from "../ui/time.tsx";
import { cost } from "./cost.ts";
import { PHASES } from "./phases.ts";

type Words = { readonly [Type in Signal["type"]]: (data: Extract<Signal, { type: Type }>["data"]) => string };

const MICRO = 1_000_000;
const short = (digest: string) => digest.slice(0, 8);

const WORDS: Words = {
  "gantry.mission.created": ({ plan }) => plan.title,
  "gantry.gate.opened": ({ title }) => title,
  "gantry.gate.escalated": ({ approvers }) => `may now be decided by ${approvers.join(", ")}`,
  "gantry.gate.voided": ({ reason }) => reason,
  "gantry.policy.allowed": ({ gate, requester }) => `${gate} for ${requester}`,
  "gantry.decision.recorded": ({ actor, type }) => `${actor}: ${type}`,
  "gantry.mission.phase_entered": ({ phase }) => PHASES[phase].name,
  "gantry.mission.cancel_requested": ({ reason }) => reason,
  "gantry.mission.hidden": () => "hidden from the lists",
  "gantry.execution.transitioned": ({ from, to }) => `${from} → ${to}`,
  "gantry.mission.failed": ({ message }) => message,
  "gantry.mission.drafted": ({ files, by }) => `${files} files by ${by}`,
  "gantry.policy.evaluated": ({ verdict, reasons }) => [verdict, ...reasons].join("; "),
  "gantry.layer.ready": ({ key, reused }) =>
    key ? `${short(key)}${reused ? ", reused" : ""}` : "no dependencies",
  "gantry.build.started": ({ attempt }) => `attempt ${attempt}`,
  "gantry.build.progressed": ({ build_phase, elapsed_ms, memory_mb }) =>
    `${build_phase}, ${duration(elapsed_ms)}, ${Math.round(memory_mb)} MB`,
  "gantry.build.finished": ({ verdict, reason }) => `${verdict}: ${reason}`,
  "gantry.heal.applied": ({ by, fixes }) => `by ${by}: ${fixes.join("; ")}`,
  "gantry.review.finished": ({ verdict, notes }) => [verdict, ...notes].join("; "),
  "gantry.model.called": ({ role, model, input_tokens, output_tokens, cost_micro_usd }) =>
    `${role}, ${model}: ${input_tokens} tokens in, ${output_tokens} out, ${cost(cost_micro_usd / MICRO)}`,
  "gantry.directive.changed": ({ tool, state }) => `${tool}: ${state}`,
  "gantry.tool.called": ({ tool }) => tool,
  "gantry.deployment.previewed": ({ url }) => url,
  "gantry.deployment.verified": ({ passed, reason }) => `${passed ? "passed" : "failed"}: ${reason}`,
  "gantry.deployment.promoted": ({ url }) => url,
  "gantry.deployment.checked": ({ passed, reason }) => `${passed ? "passed" : "failed"}: ${reason}`,
  "gantry.deployment.restored": ({ release }) => `release ${release} is live again`,
  "gantry.pull_request.opened": ({ url }) => url,
};

/** What a signal says, in one line. Empty for a type that this page does not know. */
export function describeSignal(signal: Signal): string {
  const words = Object.hasOwn(WORDS, signal.type) ? WORDS[signal.type] : undefined;
  return words ? (words as (data: Signal["data"]) => string)(signal.data) : "";
}

/** The type of a signal in words: `build finished`. */
export function nameOf({ type }: Signal): string {
  return type.replace(/^gantry\./, "").replaceAll(/[._]/g, " ");
}
