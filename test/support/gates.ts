import { decisionOf } from "#core/governance/gate/decide.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { decisionDrafts, openingDrafts } from "#core/governance/gate/plan.ts";
import type { GateRequest } from "#core/governance/gate/request.ts";
import type { GateSubject } from "#core/governance/gate/subject.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { personOf } from "#test/support/callers.ts";

/** Gates on executions, as a workflow asks for them. */

export const POLICY_REF = { id: "authority", version: "3", sha256: canonicalHash({ rules: [] }) };

/** A gate that is escalated after half an hour, expires after an hour, and may be overridden. */
export function gateRequest(change: Partial<GateRequest> = {}): GateRequest {
  return {
    key: "approve",
    name: "deploy.production",
    title: "Deploy Task Manager",
    snapshot: { app: "task-manager", replicas: 2 },
    approvers: ["tech_lead"],
    escalate: { after_seconds: 1800, approvers: ["owner"] },
    expires_seconds: 3600,
    justification: "required",
    devices: "refused",
    overridable: true,
    policy: POLICY_REF,
    ...change,
  };
}

export const TECH_LEAD = personOf({ principal: "lead", membership: "member", roles: ["tech_lead"] });

/** The draft by which an execution's next gate is opened. */
export function openingDraft(subject: GateSubject): SignalDraft {
  const { snapshot, escalate = null, ...terms } = gateRequest();
  const [opening] = openingDrafts("execution", subject, {
    ...terms,
    escalate: escalate as never,
    approvers: [...terms.approvers],
    snapshot_sha256: canonicalHash(snapshot),
  });
  return opening as SignalDraft;
}

/** The draft of a person's decision on the open gate of an execution. */
export function decisionDraft(subject: GateSubject, type: DecisionType): SignalDraft {
  const gate = subject.gate as Gate;
  const { gate_id, epoch, snapshot_sha256 } = gate;
  const changed =
    type === "OVERRIDE"
      ? { context_delta: [{ op: "remove" as const, path: "/replicas" }], context_sha256: "0".repeat(64) }
      : {};
  const decision = decisionOf(
    gate,
    TECH_LEAD,
    {
      ...{ gate_id, epoch, snapshot_sha256, type, justification: "Checked." },
      ...("context_delta" in changed ? { context_delta: changed.context_delta } : {}),
    },
    { decision_id: "dec_1", execution_id: subject.id },
  );
  return decisionDrafts(subject, { ...decision, ...changed })[0] as SignalDraft;
}
