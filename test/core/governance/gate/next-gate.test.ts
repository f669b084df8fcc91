import { describe, expect, it } from "@jest/globals";
import { boundTo, type Gate } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import type { GateFacts, GateSignal } from "#core/governance/gate/signals.ts";
import { decisionBy, gateTermsOf } from "#test/support/gates.ts";
import { at, ID, openedGate } from "./opened-gate.ts";

const GATE = openedGate();
const opened: GateSignal = {
  type: "gantry.gate.opened",
  time: at(0),
  data: { gate_id: ID, ...gateTermsOf() },
};
const voided = (gate_id = ID): GateSignal => ({
  type: "gantry.gate.voided",
  time: at(5),
  data: { gate_id, reason: "It is not needed." },
});
const escalated = (change: Partial<GateFacts["gantry.gate.escalated"]> = {}, seconds = 1800): GateSignal => ({
  type: "gantry.gate.escalated",
  time: at(seconds),
  data: { gate_id: ID, epoch: 2, approvers: ["tech_lead", "owner"], ...change },
});
const allowed = (change: Partial<GateFacts["gantry.policy.allowed"]> = {}): GateSignal => ({
  type: "gantry.policy.allowed",
  time: at(5),
  data: {
    ...boundTo(GATE),
    execution_id: "m_2",
    requester: "robot",
    requester_kind: "service",
    words: "go",
    ...change,
  },
});
const decided = (change: object = {}): GateSignal => ({
  type: "gantry.decision.recorded",
  time: at(5),
  data: { ...decisionBy(GATE, "APPROVE", "m_1"), ...change },
});

describe("the next state of a gate", () => {
  it("is open with its terms after it was opened", () => {
    expect(GATE).toEqual({
      ...opened.data,
      state: "open",
      epoch: 1,
      opened_at: at(0),
      escalated_at: null,
      closed_at: null,
      decision: null,
      reason: null,
    });
  });

  it("has more approvers and the next epoch after its escalation", () => {
    expect(nextGate(GATE, escalated())).toEqual({
      ...GATE,
      epoch: 2,
      approvers: ["tech_lead", "owner"],
      escalated_at: at(1800),
    });
  });

  it("is void, with the reason, when no decision is needed any more", () => {
    expect(nextGate(GATE, voided())).toEqual({
      ...GATE,
      state: "void",
      closed_at: at(5),
      reason: "It is not needed.",
    });
  });

  it("is allowed when the policy passes a machine's request, and says whose", () => {
    expect(nextGate(GATE, allowed())).toEqual({
      ...GATE,
      state: "allowed",
      closed_at: at(5),
      reason: "The policy allows it for the service robot.",
    });
  });

  it("is resolved with the decision, or expired with the system's after the time limit", () => {
    const decision = decisionBy(GATE, "APPROVE", "m_1");
    expect(nextGate(GATE, decided())).toEqual({ ...GATE, state: "resolved", closed_at: at(5), decision });
    const rejection = { ...decisionBy(GATE, "REJECT", "m_1"), actor_kind: "system" as const };
    const state = (seconds: number, data = rejection) =>
      nextGate(GATE, { type: "gantry.decision.recorded", time: at(seconds), data }).state;
    expect([state(3599), state(3600), state(3601)]).toEqual(["resolved", "expired", "expired"]);
    expect(state(3601, { ...rejection, actor_kind: "human" } as never)).toBe("resolved");
  });
});

describe("a gate refuses", () => {
  const closed = nextGate(GATE, voided());
  it.each<[string, Gate | null, GateSignal, string]>([
    ["to be opened again", GATE, opened, "is already open"],
    ["a signal before it was opened", null, voided(), "is not the subject's current gate"],
    ["a signal of another gate", GATE, voided("execution.m_1.2"), "is not the subject's current gate"],
    ["any signal after its end", closed, decided(), "is void"],
    ["its end twice", closed, voided(), "is void"],
    [
      "a decision that does not count",
      GATE,
      decided({ epoch: 2 }),
      "cannot be decided by a decision with another epoch",
    ],
    [
      "a verdict on another snapshot",
      GATE,
      allowed({ snapshot_sha256: "0".repeat(64) }),
      "cannot be passed by a verdict on another snapshot",
    ],
    [
      "an escalation before it is due",
      GATE,
      escalated({}, 1799.999),
      "cannot be escalated now or with these approvers",
    ],
    [
      "an escalation to another epoch",
      GATE,
      escalated({ epoch: 3 }),
      "cannot be escalated now or with these approvers",
    ],
    [
      "an escalation without the new approver",
      GATE,
      escalated({ approvers: ["tech_lead"] }),
      "cannot be escalated now or with these approvers",
    ],
    [
      "an escalation with one approver more",
      GATE,
      escalated({ approvers: ["tech_lead", "owner", "eve"] }),
      "cannot be escalated now or with these approvers",
    ],
    [
      "an escalation with another approver",
      GATE,
      escalated({ approvers: ["tech_lead", "eve"] }),
      "cannot be escalated now or with these approvers",
    ],
    [
      "an escalation without its first approver",
      GATE,
      escalated({ approvers: ["eve", "owner"] }),
      "cannot be escalated now or with these approvers",
    ],
    [
      "a second escalation",
      nextGate(GATE, escalated()),
      escalated({ epoch: 3 }, 1900),
      "cannot be escalated now or with these approvers",
    ],
    [
      "an escalation that its terms do not have",
      openedGate({ escalate: null }),
      escalated({ approvers: ["tech_lead"] }),
      "cannot be escalated now or with these approvers",
    ],
  ])("%s", (_, gate, signal, why) => {
    expect(() => nextGate(gate, signal)).toThrow(
      expect.objectContaining({
        code: "IllegalTransition",
        message: `The gate ${signal.data.gate_id} ${why}.`,
        detail: { gate_id: signal.data.gate_id },
      }),
    );
  });
});
