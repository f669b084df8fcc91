import { counted, type Measure } from "#core/delivery/measure.ts";
import { isMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { MissionSignal } from "#core/factory/mission/signals.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { aggregateOf } from "#core/kernel/ledger/signal-v1.ts";

/** The mission that these signals are about, if one of its phases is over with one of them; else null. */
export async function missionAt({ ledger }: WithLedger, signals: readonly Signal[]): Promise<Mission | null> {
  const signal = signals.find(changesPhase);
  const about = signal && aggregateOf(signal);
  if (about?.kind !== "execution") return null;
  const execution = await ledger.load<Mission>(about);
  return execution && isMission(execution) ? execution : null;
}

/** The measures of one signal. `mission` is what {@link missionAt} returns for it, alone or with others. */
export function measure(signal: Signal, mission: Mission | null): readonly Measure[] {
  const fact = signal as MissionSignal;
  switch (fact.type) {
    case "gantry.mission.phase_entered":
      return [
        ...phaseSeconds(mission, fact.data.phase, fact.time),
        // One for each attempt at a repair, whether it finds one or not.
        ...(fact.data.phase === "HEALING" ? [counted("HealAttempts", 1)] : []),
      ];
    case "gantry.execution.transitioned": {
      if (!hasEnded(fact.data.to)) return [];
      const outcome = fact.data.outcome ?? mission?.outcome ?? "failed";
      return [
        ...(mission ? phaseSeconds(mission, "SEALING", fact.time) : []),
        { ...counted("MissionEnded", 1), dimension: { outcome } },
      ];
    }
    case "gantry.model.called": {
      const { model, input_tokens, output_tokens, cost_micro_usd } = fact.data;
      return [
        { ...counted("ModelInputTokens", input_tokens), dimension: { model } },
        { ...counted("ModelOutputTokens", output_tokens), dimension: { model } },
        { name: "ModelCostMicroUsd", unit: "None", value: cost_micro_usd, dimension: { model } },
      ];
    }
    default:
      return [];
  }
}

/** Whether a phase of a mission is over with this signal. */
function changesPhase(signal: Signal): boolean {
  const { type, data } = signal as MissionSignal;
  return (
    type === "gantry.mission.phase_entered" || (type === "gantry.execution.transitioned" && hasEnded(data.to))
  );
}

/** How long the phase before the one that begins at this time has lasted. */
function phaseSeconds(mission: Mission | null, creates: string, time: string): Measure[] {
  const spans = mission?.phases ?? [];
  const next = spans.findIndex(({ phase, started_at }) => phase === creates && started_at === time);
  const over = spans[next - 1];
  if (!over) return [];
  const value = (Date.parse(time) - Date.parse(over.started_at)) / 1000;
  return [{ name: "PhaseSeconds", unit: "Seconds", value, dimension: { phase: over.phase } }];
}
