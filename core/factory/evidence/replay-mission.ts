import { replay } from "#core/evidence/replay.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { type Mission, reduce } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { type AnySignal, isV1 } from "#core/kernel/ledger/signal-v1.ts";

/** The mission its log adds up to, as {@link replay}; from the second format on it names the policy it runs under. */
export function replayMission(events: readonly AnySignal[], tenant: string, id: string): Mission {
  const mission = replay(reduce, events, missionRef(tenant, id), (workflow) => workflow === MISSION_WORKFLOW);
  const [begun] = events;
  if (begun && !isV1(begun) && !definitionRefSchema.safeParse(mission.pins.policy).success)
    throw new Refusal("LINE_UNREADABLE", "signal 1 does not name the policy that the mission runs under.");
  return mission;
}
