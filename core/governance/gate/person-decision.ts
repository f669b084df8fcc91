import type { Decision } from "#core/governance/gate/decision.ts";
import { boundTo, type Gate } from "#core/governance/gate/gate.ts";
import {
  approvingRole,
  type DecisionInput,
  requireDecidable,
  rolesRevision,
} from "#core/governance/gate/judge.ts";
import type { HumanCaller } from "#core/identity/caller.ts";

/** The caller's decision on the current gate. Throws like {@link requireDecidable}. */
export function decisionOf(
  gate: Gate,
  caller: HumanCaller,
  input: DecisionInput,
  ids: Pick<Decision, "decision_id" | "execution_id">,
): Decision {
  const role = requireDecidable(gate, caller, input);
  return {
    ...ids,
    ...boundTo(gate),
    ...madeBy(caller, role),
    type: input.type,
    justification: input.justification,
  };
}

/** The REJECT of a caller who cancels what waits at the gate. Needs no approver role. */
export function rejectionOf(
  gate: Gate,
  caller: HumanCaller,
  ids: Pick<Decision, "decision_id" | "execution_id">,
  justification: string,
): Decision {
  const role = approvingRole(gate, caller) ?? caller.membership;
  return { ...ids, ...boundTo(gate), ...madeBy(caller, role), type: "REJECT", justification };
}

function madeBy(caller: HumanCaller, role: string) {
  const { principal, auth_time, amr, device } = caller;
  const person = {
    actor: principal,
    actor_kind: "human" as const,
    role,
    roles_revision: rolesRevision(caller),
  };
  return { ...person, auth_time, amr, ...(device === undefined ? {} : { device }) };
}
