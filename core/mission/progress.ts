import { hasEnded } from "#core/execution.ts";
import { aggregateOf, type Signal } from "#core/ledger/signal.ts";
import type { Mission } from "#core/mission/mission.ts";
import type { MissionSignal } from "#core/mission/signals.ts";

/** How far a mission is, as a line of the log: its phases, never its words. */
export interface Progress {
  readonly message: "phase entered" | "cancellation requested" | "mission ended";
  readonly fields: Readonly<Record<string, string | number>>;
}

/**
 * The progress that a signal tells of, undefined where it is none. `mission` is what `missionAt` returns for it.
 */
export function progressOf(signal: Signal, mission: Mission | null): Progress | undefined {
  if (aggregateOf(signal).kind !== "X") return undefined;
  const fact = signal as MissionSignal;
  switch (fact.type) {
    case "gantry.mission.created":
      return { message: "phase entered", fields: { phase: "QUEUED", attempt: 0 } };
    case "gantry.mission.phase_entered":
      return { message: "phase entered", fields: { ...fact.data } };
    case "gantry.mission.cancel_requested":
      return { message: "cancellation requested", fields: {} };
    case "gantry.execution.transitioned":
      return mission && hasEnded(fact.data.to) ? ended(mission, fact.time) : undefined;
    default:
      return undefined;
  }
}

function ended({ phase, attempts, error, created_at }: Mission, time: string): Progress {
  const seconds = (Date.parse(time) - Date.parse(created_at)) / 1000;
  return {
    message: "mission ended",
    fields: { phase, attempts, seconds, ...(error ? { code: error.code } : {}) },
  };
}
