import { describe, expect, it } from "@jest/globals";
import type { Gate } from "#core/governance/gate/gate.ts";
import { approversAfterEscalation } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import {
  decidedDrafts,
  decisionDrafts,
  endingDrafts,
  executionOf,
  openingDrafts,
  resumingDrafts,
  systemRejection,
  voidingDrafts,
} from "#core/governance/gate/plan.ts";
import { type GateSubject, NO_GATES } from "#core/governance/gate/subject.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import { decisionBy, gateTermsOf } from "#test/support/gates.ts";

const TERMS = gateTermsOf();
const TIME = "2026-11-21T00:00:00.000Z";
const CONVERSATION: GateSubject = { tenant: "tn_1", id: "c_1", ...NO_GATES };
const GATE = nextGate(null, {
  type: "gantry.gate.opened",
  time: TIME,
  data: { gate_id: "conversation.c_1.1", ...TERMS },
});
const ASKED: GateSubject = { ...CONVERSATION, gate: GATE, gates: ["approve"] };
const ADA = { kind: "human", id: "ada" } as const;
const rejected = (gate: Gate): Gate =>
  nextGate(gate, {
    type: "gantry.decision.recorded",
    time: TIME,
    data: systemRejection(gate, null, "Too late."),
  });

describe("the signals about a gate of a conversation", () => {
  it("open it in the system's name with its number, without a transition", () => {
    expect(openingDrafts("conversation", CONVERSATION, TERMS)).toEqual([
      { type: "gantry.gate.opened", data: { gate_id: "conversation.c_1.1", ...TERMS }, actor: SYSTEM },
    ]);
  });

  it("record a person's decision in the person's name and the system's decision in its own", () => {
    const made = decisionBy(GATE, "APPROVE", "m_1");
    expect(decisionDrafts(ASKED, made)).toEqual([
      { type: "gantry.decision.recorded", data: made, actor: { kind: "human", id: "lead" } },
    ]);
    expect(decisionDrafts(ASKED, systemRejection(GATE, null, "Too late."))).toMatchObject([
      { actor: SYSTEM },
    ]);
  });

  it("void an open gate in the name of the person who changed its subject", () => {
    expect(voidingDrafts(ASKED, "The plan has changed.", ADA)).toEqual([
      {
        type: "gantry.gate.voided",
        data: { gate_id: "conversation.c_1.1", reason: "The plan has changed." },
        actor: ADA,
      },
    ]);
    expect(voidingDrafts(CONVERSATION, "The plan has changed.", ADA)).toEqual([]);
    expect(voidingDrafts({ ...ASKED, gate: rejected(GATE) }, "The plan has changed.", ADA)).toEqual([]);
  });

  it("open and decide the gate together when the request is the decision", () => {
    const drafts = decidedDrafts("conversation", CONVERSATION, TERMS, (gate) =>
      decisionBy(gate, "APPROVE", "m_1"),
    );
    expect(drafts).toEqual([
      { type: "gantry.gate.opened", data: { gate_id: "conversation.c_1.1", ...TERMS }, actor: SYSTEM },
      {
        type: "gantry.decision.recorded",
        data: decisionBy(GATE, "APPROVE", "m_1"),
        actor: { kind: "human", id: "lead" },
      },
    ]);
  });

  it("belong to no execution, unlike those of an execution's gate", () => {
    expect(executionOf("conversation", CONVERSATION)).toBeNull();
    expect(executionOf("execution", { ...CONVERSATION, id: "m_1" })).toBe("m_1");
  });
});

describe("the system's rejection", () => {
  it("is identical each time, in the role of the system, and describes the gate as it is", () => {
    const rejection = systemRejection(GATE, "m_1", "Too late.");
    expect(rejection).toEqual({
      decision_id: expect.stringMatching(/^dec_[0-9a-f]{26}$/),
      gate_id: GATE.gate_id,
      gate: GATE.name,
      execution_id: "m_1",
      type: "REJECT",
      actor: "factory",
      actor_kind: "system",
      role: "system",
      roles_revision: null,
      auth_time: null,
      amr: [],
      justification: "Too late.",
      snapshot_sha256: GATE.snapshot_sha256,
      policy: GATE.policy,
      epoch: 1,
    });
    expect(systemRejection(GATE, "m_1", "Too late.")).toEqual(rejection);
    const other = { ...GATE, gate_id: "conversation.c_1.2" };
    expect(systemRejection(other, "m_1", "Too late.").decision_id).not.toBe(rejection.decision_id);
  });
});

describe("the signals of an execution with a gate", () => {
  it("end the execution by transitions alone when no gate is open", () => {
    const end = { from: "RUNNING", to: "TERMINATED", outcome: "failed" };
    for (const gate of [null, rejected(GATE)])
      expect(endingDrafts({ ...CONVERSATION, gate, state: "RUNNING" }, "failed")).toEqual([
        { type: "gantry.execution.transitioned", data: end, actor: SYSTEM },
      ]);
  });

  it.each(["RUNNING", "REJECTED", "WAITING_FOR_HUMAN"])("do not resume it from %s", (state) => {
    expect(resumingDrafts({ ...CONVERSATION, state })).toEqual([]);
  });

  it("keep the approvers when the escalation adds none", () => {
    expect(approversAfterEscalation({ ...GATE, escalate: null })).toEqual(["tech_lead"]);
  });
});
