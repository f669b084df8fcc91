import type { Handler } from "#core/delivery/handler.ts";
import type { Decision } from "#core/governance/gate/decision.ts";
import { gateTokenKey } from "#core/governance/gate/token.ts";
import { completeTask } from "#core/kernel/task-token.ts";

/** Resumes the machine that waits at a decided gate. Idempotent: only the first completion of a task counts. */
export const resumeGate: Handler = {
  name: "resume-gate",
  async handle(services, { ref, entries }) {
    if (ref.kind !== "execution") return; // No state machine waits at the gate of a consultation.
    for (const { signal } of entries) {
      const { gate_id } = signal.data as unknown as Decision;
      await completeTask(services, gateTokenKey(ref, gate_id));
    }
  },
};
