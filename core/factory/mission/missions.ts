import { type Mission, reduce } from "#core/factory/mission/mission.ts";
import type { MissionFact, MissionFacts } from "#core/factory/mission/signals.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import { gateItems } from "#core/governance/gate/subject.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { type Actor, type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";

export const missions: Projection<Mission> = {
  reduce,
  // A mission shares the timeline of its consultation.
  correlation: (mission, begun) =>
    mission?.conversation_id ?? (begun as Partial<MissionFacts["gantry.mission.created"]>).conversation_id,
  view: (mission) => ({
    status: mission.phase,
    message: speechOf(mission),
    url: mission.url ?? mission.preview_url,
  }),
  items: gateItems,
  listing: ({ hidden, created_at }) => ({
    kind: hidden ? "mission-cleared" : "mission",
    status: "all",
    time: created_at,
  }),
};

export const missionRef = (tenant: string, id: string): AggregateRef => ({ tenant, kind: "execution", id });

/** Creates a draft of a mission's signal. With `dedupe`, a repeated step records it only once. */
export function missionSignal<F extends MissionFact>(
  type: F,
  data: MissionFacts[F],
  options: { dedupe?: string; actor?: Actor } = {},
): SignalDraft {
  return {
    type,
    data: data as Record<string, unknown>,
    actor: options.actor ?? SYSTEM,
    ...(options.dedupe === undefined ? {} : { dedupe: options.dedupe }),
  };
}
