import { Refusal } from "#core/evidence/verdict.ts";
import { type Mission, reduce } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import { workflowSchema } from "#core/governance/execution/workflow-ref.ts";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type AnySignal, isAbout, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** The mission its log adds up to. Refuses another mission's signals and steps the state machine does not have. */
export function replay(events: readonly AnySignal[], tenant: string, id: string): Mission {
  let mission: Mission | null = null;
  for (const event of events) {
    if (!isAbout(event, missionRef(tenant, id)))
      throw new Refusal("OTHER_MISSION", `signal ${sequenceOf(event)} is of ${event.source}.`);
    mission = step(mission, event);
  }
  requireDefinitions(events, mission as Mission);
  return mission as Mission;
}

/** From the second format on, the first signal names what the mission followed, and the policy it ran under. */
function requireDefinitions([begun]: readonly AnySignal[], { workflow, pins }: Mission): void {
  if (begun && isV1(begun)) return;
  const named = workflowSchema.safeParse(workflow);
  if (!named.success || named.data.id !== MISSION_WORKFLOW)
    throw new Refusal("LINE_UNREADABLE", `signal 1 does not name the workflow ${MISSION_WORKFLOW}.`);
  if (!definitionRefSchema.safeParse(pins.policy).success)
    throw new Refusal("LINE_UNREADABLE", "signal 1 does not name the policy that the mission runs under.");
}

/** A sealed signal may still say what no mission says: the seal proves who wrote it, not that it makes sense. */
function step(mission: Mission | null, event: AnySignal): Mission {
  try {
    return reduce(mission, event);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof GantryError && cause.code === "IllegalTransition")
      throw new Refusal("TRANSITION_ILLEGAL", `signal ${sequenceOf(event)}: ${why}`);
    throw new Refusal("LINE_UNREADABLE", `signal ${sequenceOf(event)} cannot be replayed: ${why}.`);
  }
}
