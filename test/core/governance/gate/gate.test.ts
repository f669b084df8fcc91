import { describe, expect, it } from "@jest/globals";
import { DECISION_TYPES, type Decision } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import type { GateSignal } from "#core/governance/gate/signals.ts";
import { POLICY_REF } from "#test/support/gates.ts";
import { fc, runs } from "#test/support/property.ts";

const DAY = Date.UTC(2026, 10, 21);
const at = (seconds: number) => new Date(DAY + seconds * 1000).toISOString();
const ID = "execution.m_1.1";
const OTHER = "execution.m_1.2";
const SNAPSHOT = "a".repeat(64);

const terms = fc.record({
  escalates: fc.boolean(),
  overridable: fc.boolean(),
  devices: fc.constantFrom("allowed" as const, "refused" as const),
  justification: fc.constantFrom("required" as const, "words" as const),
});

const opening = (given: typeof terms extends fc.Arbitrary<infer T> ? T : never): GateSignal => ({
  type: "gantry.gate.opened",
  time: at(0),
  data: {
    gate_id: ID,
    key: "k",
    name: "release",
    title: "Release",
    approvers: ["lead"],
    escalate: given.escalates ? { after_seconds: 10, approvers: ["owner", "lead"] } : null,
    expires_seconds: 20,
    justification: given.justification,
    devices: given.devices,
    overridable: given.overridable,
    policy: POLICY_REF,
    snapshot_sha256: SNAPSHOT,
  },
});

/** A decision of the person ada that counts. */
const DECISION: Decision = {
  decision_id: "dec_1",
  gate_id: ID,
  gate: "release",
  execution_id: "m_1",
  type: "REJECT",
  actor: "ada",
  actor_kind: "human",
  role: "lead",
  roles_revision: null,
  auth_time: null,
  amr: [],
  justification: "Checked.",
  snapshot_sha256: SNAPSHOT,
  policy: POLICY_REF,
  epoch: 1,
};

/** Mostly right, wrong in any member: what a program with the table's rights could write. */
const decision = fc
  .record({
    gate_id: fc.constantFrom(ID, ID, ID, OTHER),
    gate: fc.constantFrom("release", "release", "release", "other"),
    type: fc.constantFrom(...DECISION_TYPES),
    actor_kind: fc.constantFrom("human" as const, "human" as const, "system" as const),
    role: fc.constantFrom("lead", "lead", "owner", "nobody"),
    justification: fc.constantFrom("Checked.", "Checked.", " "),
    snapshot_sha256: fc.constantFrom(SNAPSHOT, SNAPSHOT, "b".repeat(64)),
    epoch: fc.constantFrom(1, 1, 2, 3),
    version: fc.constantFrom(POLICY_REF.version, POLICY_REF.version, POLICY_REF.version, "4"),
    device: fc.constantFrom(undefined, undefined, "dev_1"),
    changed: fc.boolean(),
  })
  .map(
    ({ version, device, changed, ...given }): Decision => ({
      ...DECISION,
      ...given,
      policy: { ...POLICY_REF, version },
      ...(device ? { device } : {}),
      ...(changed ? { context_delta: [{ op: "remove", path: "/a" }], context_sha256: SNAPSHOT } : {}),
    }),
  );

const signal: fc.Arbitrary<(seconds: number) => GateSignal> = fc.oneof(
  decision.map(
    (data) =>
      (seconds: number): GateSignal => ({
        type: "gantry.decision.recorded",
        time: at(seconds),
        data,
      }),
  ),
  fc.record({ epoch: fc.constantFrom(2, 2, 3), approvers: fc.constantFrom(["lead", "owner"], ["eve"]) }).map(
    (given) =>
      (seconds: number): GateSignal => ({
        type: "gantry.gate.escalated",
        time: at(seconds),
        data: { gate_id: ID, ...given },
      }),
  ),
  fc.constantFrom(ID, ID, OTHER).map(
    (gate_id) =>
      (seconds: number): GateSignal => ({
        type: "gantry.gate.voided",
        time: at(seconds),
        data: { gate_id, reason: "" },
      }),
  ),
);

const TERMS = { escalates: true, overridable: true, devices: "allowed", justification: "words" } as const;
const decided =
  (change: Partial<Decision>) =>
  (seconds: number): GateSignal => ({
    type: "gantry.decision.recorded",
    time: at(seconds),
    data: { ...DECISION, ...change },
  });
/** One way into each state of a gate, so that all of them are reached whatever is drawn. */
const WAYS: [typeof TERMS, [number, (seconds: number) => GateSignal][]][] = [
  [TERMS, [[1, decided({ type: "APPROVE" })]]],
  [TERMS, [[20, decided({ actor_kind: "system" })]]],
  [
    TERMS,
    [
      [
        10,
        (seconds) => ({
          type: "gantry.gate.escalated",
          time: at(seconds),
          data: { gate_id: ID, epoch: 2, approvers: ["lead", "owner"] },
        }),
      ],
    ],
  ],
  [
    TERMS,
    [
      [
        1,
        (seconds) => ({ type: "gantry.gate.voided", time: at(seconds), data: { gate_id: ID, reason: "" } }),
      ],
    ],
  ],
];

/** What the design says of a decision on an open gate, written out once more. */
function counts(gate: Gate, made: Decision, seconds: number): boolean {
  const isReject = made.type === "REJECT";
  const isOverride = made.type === "OVERRIDE";
  const roles = gate.epoch === 1 ? ["lead"] : ["lead", "owner"];
  return (
    made.gate_id === ID &&
    made.gate === "release" &&
    made.epoch === gate.epoch &&
    made.snapshot_sha256 === SNAPSHOT &&
    made.policy.version === POLICY_REF.version &&
    (isReject || seconds < 20) &&
    (made.actor_kind === "human" || isReject) &&
    (isReject || roles.includes(made.role)) &&
    (isReject || made.device === undefined || gate.devices === "allowed") &&
    (!isOverride || gate.overridable) &&
    isOverride === (made.context_delta !== undefined) &&
    (gate.justification === "words" || made.justification.trim() !== "")
  );
}

function follow(gate: Gate, next: GateSignal): Gate | undefined {
  try {
    return nextGate(gate, next);
  } catch {
    return undefined;
  }
}

describe("a gate", () => {
  it("is closed once, by a valid decision or as void, and is unchanged afterwards", () => {
    const steps = fc.array(fc.tuple(fc.nat(12), signal), { maxLength: 12 });
    const seen = new Set<string>();
    const property = fc.property(terms, steps, (given, all) => {
      let gate = nextGate(null, opening(given));
      let seconds = 0;
      for (const [passed, make] of all) {
        seconds += passed;
        const next = make(seconds);
        const after = follow(gate, next);
        expect(after !== undefined).toBe(expected(gate, next, seconds));
        if (!after) continue;
        seen.add(after.state);
        if (after.state === "open")
          expect(after).toEqual({ ...gate, ...ESCALATED, escalated_at: at(seconds) });
        if (after.state === "expired")
          expect([seconds >= 20, after.decision?.actor_kind]).toEqual([true, "system"]);
        expect(after.closed_at).toBe(after.state === "open" ? null : at(seconds));
        gate = after;
      }
    });
    fc.assert(property, { numRuns: runs(3000), examples: WAYS });
    expect([...seen].toSorted()).toEqual(["expired", "open", "resolved", "void"]);
  });

  it("cannot be opened twice", () => {
    const gate = nextGate(null, opening(TERMS));
    expect(() => nextGate(gate, opening(TERMS))).toThrow(
      expect.objectContaining({ code: "IllegalTransition" }),
    );
  });
});

const ESCALATED = { epoch: 2, approvers: ["lead", "owner"] };

function expected(gate: Gate, next: GateSignal, seconds: number): boolean {
  if (gate.state !== "open") return false;
  if (next.type === "gantry.decision.recorded") return counts(gate, next.data, seconds);
  if (next.type === "gantry.gate.voided") return next.data.gate_id === ID;
  if (next.type !== "gantry.gate.escalated") return false;
  const { epoch, approvers } = next.data;
  return (
    gate.escalate !== null && gate.epoch === 1 && epoch === 2 && approvers[0] === "lead" && seconds >= 10
  );
}
