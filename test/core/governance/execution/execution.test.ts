import { describe, expect, it } from "@jest/globals";
import { beginExecution, type Execution, reduceExecution } from "#core/governance/execution/execution.ts";
import { isAtGate, requireGateFor } from "#core/governance/execution/gate-edges.ts";
import { EXECUTION_STATES, type ExecutionState } from "#core/governance/execution/states.ts";
import {
  finalState,
  OUTCOMES,
  requireEdge,
  requireTransition,
  stepsToEnd,
} from "#core/governance/execution/transition.ts";
import { DECISION_TYPES } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";
import { decisionBy, gateTermsOf } from "#test/support/gates.ts";

const ID = "execution.m_1.1";
const TIME = "2026-11-21T00:00:00.000Z";
const LATER = "2026-11-21T00:00:01.000Z";
const illegal = (message: string, detail: object) =>
  expect.objectContaining({ code: "IllegalTransition", message, detail });

const OPEN = nextGate(null, {
  type: "gantry.gate.opened",
  time: TIME,
  data: { gate_id: ID, ...gateTermsOf() },
});
const decided = (type: (typeof DECISION_TYPES)[number]): Gate =>
  nextGate(OPEN, { type: "gantry.decision.recorded", time: LATER, data: decisionBy(OPEN, type, "m_1") });
const VOID = nextGate(OPEN, {
  type: "gantry.gate.voided",
  time: LATER,
  data: { gate_id: ID, reason: "The policy has changed." },
});

describe("a transition of an execution", () => {
  it("starts at the execution's current state", () => {
    expect(() =>
      requireTransition("CREATED", { from: "RUNNING", to: "COMPLETED", outcome: "succeeded" }),
    ).toThrow(
      illegal("The execution is CREATED; it cannot leave RUNNING.", {
        state: "CREATED",
        from: "RUNNING",
        to: "COMPLETED",
      }),
    );
  });

  it("follows an edge, and a refusal names the edges that exist", () => {
    expect(() => requireTransition("CREATED", { from: "CREATED", to: "RESUMED", outcome: null })).toThrow(
      illegal("An execution cannot go from CREATED to RESUMED.", {
        from: "CREATED",
        to: "RESUMED",
        allowed: ["RUNNING"],
      }),
    );
    expect(() => requireEdge("REJECTED", "RUNNING")).toThrow("cannot go from REJECTED to RUNNING");
  });

  it.each(OUTCOMES)("with the outcome %s ends in the state of that outcome", (outcome) => {
    const end = outcome === "succeeded" || outcome === "partial" ? "COMPLETED" : "TERMINATED";
    const other = end === "COMPLETED" ? "TERMINATED" : "COMPLETED";
    expect(finalState(outcome)).toBe(end);
    expect(requireTransition("RUNNING", { from: "RUNNING", to: end, outcome })).toBeUndefined();
    expect(() => requireTransition("RUNNING", { from: "RUNNING", to: other, outcome })).toThrow(
      illegal(`An execution cannot be ${other} with the outcome ${outcome}.`, {
        from: "RUNNING",
        to: other,
        outcome,
      }),
    );
    expect(() => requireTransition("CREATED", { from: "CREATED", to: "RUNNING", outcome })).toThrow(
      `An execution cannot be RUNNING with the outcome ${outcome}.`,
    );
  });

  it.each(["COMPLETED", "TERMINATED"] as const)("to %s is refused without an outcome", (to) => {
    expect(() => requireTransition("RUNNING", { from: "RUNNING", to, outcome: null })).toThrow(
      `An execution cannot be ${to} with the outcome null.`,
    );
  });

  it("to a successful end takes one step from RUNNING", () => {
    expect(stepsToEnd("RUNNING", "partial")).toEqual([
      { from: "RUNNING", to: "COMPLETED", outcome: "partial" },
    ]);
  });
});

describe("an execution with a gate", () => {
  const step = (from: ExecutionState, to: ExecutionState, gate: Gate | null) => () =>
    requireGateFor({ from, to, outcome: null }, gate);

  it("waits only while the gate is open", () => {
    expect(step("RUNNING", "WAITING_FOR_HUMAN", OPEN)()).toBeUndefined();
    for (const [gate, gate_id] of [
      [null, null],
      [decided("APPROVE"), ID],
      [VOID, ID],
    ] as const)
      expect(step("RUNNING", "WAITING_FOR_HUMAN", gate)).toThrow(
        illegal(
          "An execution cannot go from RUNNING to WAITING_FOR_HUMAN: there is no gate with that decision.",
          { from: "RUNNING", to: "WAITING_FOR_HUMAN", gate_id },
        ),
      );
  });

  it.each(DECISION_TYPES)("leaves by %s only to the state of that decision", (type) => {
    const states = { APPROVE: "APPROVED", REJECT: "REJECTED", OVERRIDE: "OVERRIDDEN" } as const;
    for (const made of DECISION_TYPES) {
      const leave = step("WAITING_FOR_HUMAN", states[made], decided(type));
      if (made === type) expect(leave()).toBeUndefined();
      else expect(leave).toThrow("there is no gate with that decision");
    }
    expect(step("WAITING_FOR_HUMAN", states[type], OPEN)).toThrow(
      `cannot go from WAITING_FOR_HUMAN to ${states[type]}: the gate ${ID} is open.`,
    );
    expect(step("WAITING_FOR_HUMAN", states[type], VOID)).toThrow("there is no gate with that decision");
    expect(step("WAITING_FOR_HUMAN", states[type], null)).toThrow("there is no gate with that decision");
  });

  it("makes no other transition while the gate is open", () => {
    expect(step("RUNNING", "COMPLETED", OPEN)).toThrow(
      illegal(`An execution cannot go from RUNNING to COMPLETED: the gate ${ID} is open.`, {
        from: "RUNNING",
        to: "COMPLETED",
        gate_id: ID,
      }),
    );
    for (const gate of [null, VOID, decided("APPROVE")])
      expect(step("RUNNING", "COMPLETED", gate)()).toBeUndefined();
  });

  it("is at its gate in four states", () => {
    expect(EXECUTION_STATES.filter(isAtGate).toSorted()).toEqual([
      "APPROVED",
      "OVERRIDDEN",
      "REJECTED",
      "WAITING_FOR_HUMAN",
    ]);
  });
});

describe("the projection of an execution", () => {
  const signal = (sequence: number, type: string, data: object): AnySignal =>
    ({
      source: "/t/tn_1/execution/m_1",
      tenantid: "tn_1",
      type,
      time: sequence === 1 ? TIME : LATER,
      sequence: String(sequence).padStart(12, "0"),
      semantics: 1,
      data,
    }) as unknown as AnySignal;
  const transitioned = (
    sequence: number,
    from: ExecutionState,
    to: ExecutionState,
    outcome: unknown = null,
  ) => signal(sequence, "gantry.execution.transitioned", { from, to, outcome });
  const beginning = {
    workflow: null,
    pins: { policy: null },
    requester: "ada",
    team: null,
    trigger: { kind: "conversation", ref: "c_1" },
  };
  const BEGUN = beginExecution(signal(1, "gantry.mission.created", {}), beginning);
  const follow = (...signals: AnySignal[]): Execution => signals.reduce(reduceExecution, BEGUN);

  it("starts as its first signal states, with no usage", () => {
    expect(BEGUN).toEqual({
      ...beginning,
      id: "m_1",
      tenant: "tn_1",
      state: "CREATED",
      outcome: null,
      gate: null,
      gates: [],
      usage: { calls: 0, input_tokens: 0, output_tokens: 0, cost_micro_usd: 0 },
      created_at: TIME,
      updated_at: TIME,
      ended_at: null,
      seq: 1,
      evidence: null,
    });
  });

  it("follows the transitions to the end and keeps the time of the end", () => {
    const running = follow(transitioned(2, "CREATED", "RUNNING"));
    expect(running).toEqual({ ...BEGUN, state: "RUNNING", seq: 2, updated_at: LATER });
    expect(reduceExecution(running, transitioned(3, "RUNNING", "COMPLETED", "succeeded"))).toEqual({
      ...running,
      state: "COMPLETED",
      outcome: "succeeded",
      ended_at: LATER,
      seq: 3,
    });
  });

  it("refuses a transition that the execution cannot make", () => {
    expect(() => follow(transitioned(2, "RUNNING", "COMPLETED", "succeeded"))).toThrow(
      "The execution is CREATED; it cannot leave RUNNING.",
    );
  });

  it("refuses to wait without a gate, except in a log of the first format, which had none", () => {
    const running = follow(transitioned(2, "CREATED", "RUNNING"));
    const waiting = transitioned(3, "RUNNING", "WAITING_FOR_HUMAN");
    expect(() => reduceExecution(running, waiting)).toThrow("there is no gate with that decision");
    const { semantics, ...v1 } = waiting as AnySignal & { semantics: number };
    const first = { ...v1, source: "/t/tn_1/X/m_1", sequence: 3 } as unknown as AnySignal;
    expect(reduceExecution(running, first).state).toBe("WAITING_FOR_HUMAN");
  });

  it("sums the usage of models", () => {
    const call = { role: "architect", model: "m", ms: 1, stop_reason: "end_turn", price_table: "1" };
    const used = follow(
      signal(2, "gantry.model.called", { ...call, input_tokens: 10, output_tokens: 3, cost_micro_usd: 70 }),
      signal(3, "gantry.model.called", { ...call, input_tokens: 1, output_tokens: 2, cost_micro_usd: 5 }),
    );
    expect(used).toEqual({
      ...BEGUN,
      usage: { calls: 2, input_tokens: 11, output_tokens: 5, cost_micro_usd: 75 },
      seq: 3,
      updated_at: LATER,
    });
  });

  it("changes only its time and sequence for a signal of another kind", () => {
    expect(follow(signal(2, "gantry.mission.progressed", { step: "x" }))).toEqual({
      ...BEGUN,
      seq: 2,
      updated_at: LATER,
    });
  });
});
