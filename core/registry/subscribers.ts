import type { Handler } from "#core/delivery/handler.ts";
import { sendHints } from "#core/delivery/hints.ts";
import { resumeGate } from "#core/delivery/resume-gate.ts";
import { resumeStep } from "#core/delivery/resume-step.ts";
import { sealInline } from "#core/delivery/seal-inline.ts";
import { startExecution } from "#core/delivery/start-execution.ts";
import type { Subscribers } from "#core/delivery/subscribers.ts";
import { startTurn } from "#core/factory/conversation/start-turn.ts";
import type { WithTurns } from "#core/factory/conversation/turns.ts";
import { report } from "#core/factory/mission/report.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import type { WithSealer } from "#core/workflows/inline/sealer.ts";

type Services = WithPolicies & WithSealer & WithTurns;

const start: Handler<Services> = startExecution(REGISTRY);

/** The handlers of each signal type. */
export const SUBSCRIBERS: Subscribers<Services> = {
  byType: new Map<string, readonly Handler<Services>[]>([
    ["gantry.conversation.message_received", [startTurn]],
    ["gantry.mission.created", [start, report]],
    ["gantry.execution.created", [start]],
    ["gantry.mission.phase_entered", [report]],
    ["gantry.mission.cancel_requested", [report]],
    ["gantry.execution.transitioned", [report, resumeStep, sealInline]],
    ["gantry.external.reported", [resumeStep]],
    ["gantry.decision.recorded", [resumeGate]],
    ["gantry.model.called", [report]],
  ]),
  every: [sendHints],
};
