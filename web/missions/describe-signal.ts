import type { Signal } from "#sdk/typescript/api.ts";
import { wordFor } from "../words/word-for.ts";
import type { Words } from "../words/words.ts";

type Descriptions = {
  readonly [Type in Signal["type"]]: (data: Extract<Signal, { type: Type }>["data"], words: Words) => string;
};

const MICRO = 1_000_000;
const short = (digest: string) => digest.slice(0, 8);

const DESCRIPTIONS: Descriptions = {
  "gantry.mission.created": ({ plan }) => plan.title,
  "gantry.gate.opened": ({ title }) => title,
  "gantry.gate.escalated": ({ approvers }, { signals }) => signals.escalated(approvers.join(", ")),
  "gantry.gate.voided": ({ reason }) => reason,
  "gantry.policy.allowed": ({ gate, requester }, { signals }) => signals.allowed(gate, requester),
  "gantry.decision.recorded": ({ actor, type }) => `${actor}: ${type}`,
  "gantry.mission.phase_entered": ({ phase }, { phases }) => phases[phase].name,
  "gantry.mission.cancel_requested": ({ reason }) => reason,
  "gantry.mission.hidden": (_, { signals }) => signals.hidden,
  "gantry.execution.transitioned": ({ from, to }) => `${from} → ${to}`,
  "gantry.mission.failed": ({ message }) => message,
  "gantry.mission.drafted": ({ files, by }, { signals }) => signals.drafted(files, by),
  "gantry.policy.evaluated": ({ verdict, reasons }) => [verdict, ...reasons].join("; "),
  "gantry.layer.ready": ({ key, reused }, { signals }) => {
    if (!key) return signals.noDependencies;
    return reused ? signals.reused(short(key)) : short(key);
  },
  "gantry.build.started": ({ attempt }, { signals }) => signals.attempt(attempt),
  "gantry.build.progressed": ({ build_phase, elapsed_ms, memory_mb }, { formats }) =>
    `${build_phase}, ${formats.duration(elapsed_ms)}, ${formats.number(Math.round(memory_mb))}\u00a0MB`,
  "gantry.build.finished": ({ verdict, reason }) => `${verdict}: ${reason}`,
  "gantry.heal.applied": ({ by, fixes }, { signals }) => signals.repaired(by, fixes.join("; ")),
  "gantry.review.finished": ({ verdict, notes }) => [verdict, ...notes].join("; "),
  "gantry.model.called": (
    { role, model, input_tokens, output_tokens, cost_micro_usd },
    { signals, formats: { number, money } },
  ) =>
    signals.modelCall(
      `${role}, ${model}`,
      number(input_tokens),
      number(output_tokens),
      money(cost_micro_usd / MICRO),
    ),
  "gantry.directive.changed": ({ tool, state }) => `${tool}: ${state}`,
  "gantry.tool.called": ({ tool }) => tool,
  "gantry.deployment.previewed": ({ url }) => url,
  "gantry.deployment.verified": ({ passed, reason }, { signals }) =>
    passed ? signals.passed(reason) : signals.failed(reason),
  "gantry.deployment.promoted": ({ url }) => url,
  "gantry.deployment.checked": ({ passed, reason }, { signals }) =>
    passed ? signals.passed(reason) : signals.failed(reason),
  "gantry.deployment.restored": ({ release }, { signals }) => signals.restored(release),
  "gantry.pull_request.opened": ({ url }) => url,
};

/** What a signal says, in one line. Empty for a type that this page does not know. */
export function describeSignal(signal: Signal, words: Words): string {
  if (!Object.hasOwn(DESCRIPTIONS, signal.type)) return "";
  const describe = DESCRIPTIONS[signal.type] as (data: Signal["data"], words: Words) => string;
  return describe(signal.data, words);
}

/** The type of a signal in words: `build finished`. */
export function nameOf({ type }: Signal, { signals }: Words): string {
  return wordFor(signals.names, type) ?? type.replace(/^gantry\./, "").replaceAll(/[._]/g, " ");
}
