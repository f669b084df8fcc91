import type { z } from "zod";
import { escalatesAtMs, expiresAtMs, type Gate } from "#core/governance/gate/gate.ts";
import { mayDecide } from "#core/governance/gate/judge.ts";
import { subjectOf } from "#core/governance/gate/subject.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { gate } from "#core/web/replies/gate.ts";

/** The API's representation of a gate for this person. */
export function gateReply(shown: Gate, caller: HumanCaller): z.infer<typeof gate> {
  const { key: _, escalate: __, escalated_at: ___, expires_seconds: ____, ...rest } = shown;
  const subject = subjectOf(caller.tenant, shown.gate_id);
  const escalates = escalatesAtMs(shown);
  return {
    ...rest,
    execution_id: subject?.kind === "execution" ? subject.id : null,
    conversation_id: subject?.kind === "conversation" ? subject.id : null,
    may_decide: shown.state === "open" && mayDecide(shown, caller),
    escalates_at:
      shown.state === "open" && Number.isFinite(escalates) ? new Date(escalates).toISOString() : null,
    expires_at: new Date(expiresAtMs(shown)).toISOString(),
  };
}
