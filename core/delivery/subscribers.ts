import type { Handler } from "#core/delivery/handler.ts";
import { sendHints } from "#core/delivery/hints.ts";
import { report } from "#core/delivery/report.ts";
import { resumeGate } from "#core/delivery/resume-gate.ts";
import { startMission } from "#core/delivery/start-mission.ts";
import type { MissionFact } from "#core/factory/mission/signals.ts";

/** Which handlers take a signal, by its type. */
const SUBSCRIBERS: ReadonlyMap<string, readonly Handler[]> = new Map<MissionFact, readonly Handler[]>([
  ["gantry.mission.created", [startMission, report]],
  ["gantry.mission.phase_entered", [report]],
  ["gantry.mission.cancel_requested", [report]],
  ["gantry.execution.transitioned", [report]],
  ["gantry.decision.recorded", [resumeGate]],
  ["gantry.model.called", [report]],
]);

/** Handlers that take signals of every type. */
const EVERY: readonly Handler[] = [sendHints];

export function handlersOf(type: string): readonly Handler[] {
  return [...(SUBSCRIBERS.get(type) ?? []), ...EVERY];
}
