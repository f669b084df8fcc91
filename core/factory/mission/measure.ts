import { counted, type Measure } from "#core/delivery/measure.ts";
import { isMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { MissionSignal } from "#core/factory/mission/signals.ts";
import { hasEnded, isEnding } from "#core/governance/execution/states.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { aggregateOf } from "#core/kernel/ledger/signal-v1.ts";

/** The mission of these signals, if one of them ends a phase; otherwise null. */
export async function missionAt({ ledger }: WithLedger, signals: readonly Signal[]): Promise<Mission | null> {
  const signal = signals.find(changesPhase);
  const about = signal && aggregateOf(signal);
  if (about?.kind !== "execution") return null;
  const execution = await ledger.load<Mission>(about);
  return execution && isMission(execution) ? execution : null;
}

/** The metrics of one signal. `mission` is the result of {@link missionAt} for signals that include this one. */
export function measure(signal: Signal, mission: Mission | null): readonly Measure[] {
  const fact = signal as MissionSignal;
  switch (fact.type) {
    case "gantry.mission.phase_entered":
      return [
        ...phaseSeconds(mission, fact.data.phase, fact.time),
        // Counts each attempt at a repair, successful or not.
        ...(fact.data.phase === "HEALING" ? [counted("HealAttempts", 1)] : []),
      ];
    case "gantry.execution.transitioned": {
      if (!mission || !hasEnded(fact.data.to)) return [];
      const outcome = fact.data.outcome ?? mission.outcome ?? "failed";
      return [
        ...phaseSeconds(mission, "SEALING", fact.time),
        { ...counted("MissionEnded", 1), dimension: { outcome } },
      ];
    }
    case "gantry.model.called": {
      const { model, input_tokens, output_tokens, cost_micro_usd, cache_read_tokens = 0 } = fact.data;
      return [
        { ...counted("ModelInputTokens", input_tokens), dimension: { model } },
        { ...counted("ModelOutputTokens", output_tokens), dimension: { model } },
        ...(cache_read_tokens > 0
          ? [{ ...counted("ModelCacheReadTokens", cache_read_tokens), dimension: { model } }]
          : []),
        { name: "ModelCostMicroUsd", unit: "None", value: cost_micro_usd, dimension: { model } },
      ];
    }
    default:
      return [];
  }
}

/** Whether this signal ends a phase of a mission. */
function changesPhase(signal: Signal): boolean {
  return signal.type === "gantry.mission.phase_entered" || isEnding(signal);
}

/** The duration of the phase before the one that starts at `time`. */
function phaseSeconds(mission: Mission | null, creates: string, time: string): Measure[] {
  const spans = mission?.phases ?? [];
  const next = spans.findIndex(({ phase, started_at }) => phase === creates && started_at === time);
  const over = spans[next - 1];
  if (!over) return [];
  const value = (Date.parse(time) - Date.parse(over.started_at)) / 1000;
  return [{ name: "PhaseSeconds", unit: "Seconds", value, dimension: { phase: over.phase } }];
}
