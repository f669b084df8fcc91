import type { Handler } from "#core/delivery/handler.ts";
import type { Decision } from "#core/governance/gate/decision.ts";
import { answerToken } from "#core/governance/gate/token.ts";

/** Wakes what waits at a gate that was decided. Idempotent by nature: a task token is answered once. */
export const resumeGate: Handler = {
  name: "resume-gate",
  async handle(services, { ref, entries }) {
    if (ref.kind !== "execution") return; // Nothing waits with a token for the gate of a consultation.
    for (const { signal } of entries) {
      const { gate_id } = signal.data as unknown as Decision;
      await answerToken(services, ref, gate_id);
    }
  },
};
