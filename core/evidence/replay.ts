import { Refusal } from "#core/evidence/verdict.ts";
import { EXECUTION_EDGES, type ExecutionState } from "#core/execution.ts";
import { type Signal, sourceOf } from "#core/ledger/signal.ts";
import { type Mission, reduce } from "#core/mission/mission.ts";
import { missionRef } from "#core/mission/missions.ts";

/** The mission its log adds up to. Refuses another mission's signals and steps the state machine does not have. */
export function replay(events: readonly Signal[], tenant: string, id: string): Mission {
  let mission: Mission | null = null;
  for (const event of events) {
    if (event.source !== sourceOf(missionRef(tenant, id)))
      throw new Refusal("OTHER_MISSION", `signal ${event.sequence} is of ${event.source}.`);
    if (event.type === "gantry.execution.transitioned") requireEdge(mission, event);
    mission = step(mission, event);
  }
  return mission as Mission;
}

function requireEdge(mission: Mission | null, { sequence, data }: Signal): void {
  const { from, to } = data as { from: ExecutionState; to: ExecutionState };
  const allowed: readonly ExecutionState[] = from === mission?.status ? EXECUTION_EDGES[mission.status] : [];
  if (!allowed.includes(to))
    throw new Refusal("TRANSITION_ILLEGAL", `signal ${sequence} goes from ${from} to ${to}.`);
}

/** A sealed signal may still say what no mission says: the seal proves who wrote it, not that it makes sense. */
function step(mission: Mission | null, event: Signal): Mission {
  try {
    return reduce(mission, event);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal("LINE_UNREADABLE", `signal ${event.sequence} cannot be replayed: ${why}.`);
  }
}
