import { replay } from "#core/evidence/replay.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { type Mission, reduce } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { type AnySignal, isV1 } from "#core/kernel/ledger/signal-v1.ts";

/** Replays a mission; see {@link replay}. From format v2 on, its first signal must name the policy. */
export function replayMission(events: readonly AnySignal[], tenant: string, id: string): Mission {
  const mission = replay(reduce, events, missionRef(tenant, id), (workflow) => workflow === MISSION_WORKFLOW);
  const [begun] = events;
  if (begun && !isV1(begun) && !definitionRefSchema.safeParse(mission.pins.policy).success)
    throw new Refusal("LINE_UNREADABLE", "signal 1 does not name the policy of the mission.");
  return mission;
}
