import type { Decision, DecisionType } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decisionDrafts, type GateTerms, openingDrafts } from "#core/governance/gate/plan.ts";
import { type GateRequest, gateRequestSchema } from "#core/governance/gate/request.ts";
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

/** What the gate of this request asks for, as its first signal says. */
export function gateTermsOf(change: Partial<GateRequest> = {}): GateTerms {
  const { snapshot, ...terms } = gateRequestSchema.parse(gateRequest(change));
  return { ...terms, snapshot_sha256: canonicalHash(snapshot) };
}

/** A tech lead's decision on a gate. */
export function decisionBy(gate: Gate, type: DecisionType, execution: string): Decision {
  const { gate_id, epoch, snapshot_sha256 } = gate;
  const input = { gate_id, epoch, snapshot_sha256, type, justification: "Checked." };
  const ids = { decision_id: "dec_1", execution_id: execution };
  if (type !== "OVERRIDE") return decisionOf(gate, TECH_LEAD, input, ids);
  const context_delta = [{ op: "remove" as const, path: "/replicas" }];
  const decision = decisionOf(gate, TECH_LEAD, { ...input, context_delta }, ids);
  return { ...decision, context_delta, context_sha256: canonicalHash({ app: "task-manager" }) };
}

/** The draft by which an execution's next gate is opened. */
export function openingDraft(subject: GateSubject): SignalDraft {
  return openingDrafts("execution", subject, gateTermsOf())[0] as SignalDraft;
}

/** The draft of a person's decision on the open gate of an execution. */
export function decisionDraft(subject: GateSubject, type: DecisionType): SignalDraft {
  return decisionDrafts(subject, decisionBy(subject.gate as Gate, type, subject.id))[0] as SignalDraft;
}
