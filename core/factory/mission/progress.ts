import { finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import type { MissionSignal } from "#core/factory/mission/signals.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { aggregateOf } from "#core/kernel/ledger/signal-v1.ts";

type PhaseEntered = Extract<MissionSignal, { type: "gantry.mission.phase_entered" }>;

/** A log line about the progress of a mission. Contains phases, never text of people or models. */
export interface Progress {
  readonly message: "phase entered" | "cancellation requested" | "mission ended";
  readonly fields: Readonly<Record<string, string | number>>;
}

/**
 * The progress that a signal reports; undefined for other signals. `mission` is the result of `missionAt` for signals
 * that include this one.
 */
export function progressOf(signal: Signal, mission: Mission | null): Progress | undefined {
  if (aggregateOf(signal).kind !== "execution") return undefined;
  const fact = signal as MissionSignal;
  switch (fact.type) {
    case "gantry.mission.created":
      return { message: "phase entered", fields: { phase: "QUEUED", attempt: 0 } };
    case "gantry.mission.phase_entered":
      return { message: "phase entered", fields: { ...fact.data, ...before(mission, fact) } };
    case "gantry.mission.cancel_requested":
      return { message: "cancellation requested", fields: {} };
    case "gantry.execution.transitioned":
      return mission && hasEnded(fact.data.to) ? ended(mission, fact.time, fact.data.outcome) : undefined;
    default:
      return undefined;
  }
}

/** The phase before the one that this signal starts. */
function before(mission: Mission | null, { data, time }: PhaseEntered): { after?: Phase } {
  const spans = mission?.phases ?? [];
  const index = spans.findIndex(({ phase, started_at }) => phase === data.phase && started_at === time);
  const after = spans[index - 1]?.phase;
  return after === undefined ? {} : { after };
}

function ended(
  { attempts, error, created_at, url }: Mission,
  time: string,
  outcome: Mission["outcome"],
): Progress {
  const phase = finalPhase({ outcome, url });
  const seconds = (Date.parse(time) - Date.parse(created_at)) / 1000;
  return {
    message: "mission ended",
    fields: { phase, attempts, seconds, ...(error ? { code: error.code } : {}) },
  };
}
