import { describe, expect, it } from "@jest/globals";
import type { Decision } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { boundFault, decisionFault } from "#core/governance/gate/gate-faults.ts";
import { decisionBy } from "#test/support/gates.ts";
import { at, openedGate } from "./opened-gate.ts";

const GATE = openedGate();
const approval = (change: Partial<Decision> = {}): Decision => ({
  ...decisionBy(GATE, "APPROVE", "m_1"),
  ...change,
});
const override = (change: Partial<Decision> = {}): Decision => ({
  ...decisionBy(GATE, "OVERRIDE", "m_1"),
  ...change,
});
const fault = (decision: Decision, seconds = 1, gate: Gate = GATE) =>
  decisionFault(gate, decision, at(seconds));

describe("a decision that is valid for the current gate", () => {
  it.each<[string, Decision, number, Partial<Gate>]>([
    ["an approval", approval(), 1, {}],
    ["an approval in the last moment", approval(), 3599.999, {}],
    ["an override of a gate that can be overridden", override(), 1, {}],
    [
      "an approval through a device where the gate allows it",
      approval({ device: "d" }),
      1,
      { devices: "allowed" },
    ],
    [
      "an approval without a reason where words are enough",
      approval({ justification: "" }),
      1,
      { justification: "words" },
    ],
    ["a rejection after the time limit", decisionBy(GATE, "REJECT", "m_1"), 9999, {}],
    [
      "a rejection by the system",
      { ...decisionBy(GATE, "REJECT", "m_1"), actor_kind: "system", role: "system" },
      1,
      {},
    ],
    [
      "a rejection by someone without the role",
      { ...decisionBy(GATE, "REJECT", "m_1"), role: "member" },
      1,
      {},
    ],
    ["a rejection through a device", { ...decisionBy(GATE, "REJECT", "m_1"), device: "d" }, 1, {}],
  ])("is %s", (_, decision, seconds, change) => {
    expect(fault(decision, seconds, { ...GATE, ...change })).toBeUndefined();
  });
});

describe("a decision", () => {
  it.each<[string, Decision, number, Partial<Gate>]>([
    ["on a gate with another name", approval({ gate: "other" }), 1, {}],
    ["with another epoch", approval({ epoch: 2 }), 1, {}],
    ["on another snapshot", approval({ snapshot_sha256: "0".repeat(64) }), 1, {}],
    ["under another policy", approval({ policy: { ...GATE.policy, id: "other" } }), 1, {}],
    ["under another policy", approval({ policy: { ...GATE.policy, version: "9" } }), 1, {}],
    ["under another policy", approval({ policy: { ...GATE.policy, sha256: "0".repeat(64) } }), 1, {}],
    ["after its expiry", approval(), 3600, {}],
    ["after its expiry", override(), 3600, {}],
    ["by the system to APPROVE", approval({ actor_kind: "system" }), 1, {}],
    ["by the system to OVERRIDE", override({ actor_kind: "system" }), 1, {}],
    ["by a role that may not decide", approval({ role: "owner" }), 1, {}],
    ["through a device", approval({ device: "d" }), 1, {}],
    ["through a device", override({ device: "d" }), 1, {}],
    ["that overrides a gate that cannot be overridden", override(), 1, { overridable: false }],
    ["whose type and context delta do not match", override({ context_delta: undefined }), 1, {}],
    ["whose type and context delta do not match", approval({ context_delta: [] }), 1, {}],
    ["whose type and context digest do not match", override({ context_sha256: undefined }), 1, {}],
    ["whose type and context digest do not match", approval({ context_sha256: "0".repeat(64) }), 1, {}],
    ["without a reason", approval({ justification: " \n" }), 1, {}],
    ["without a reason", { ...decisionBy(GATE, "REJECT", "m_1"), justification: "" }, 1, {}],
  ])("%s does not count, for that reason alone", (why, decision, seconds, change) => {
    expect(fault(decision, seconds, { ...GATE, ...change })).toBe(why);
  });
});

describe("a policy's verdict", () => {
  it("is bound to the gate as a decision is", () => {
    expect(boundFault(GATE, { ...approval(), gate: GATE.name })).toBeUndefined();
    expect(boundFault(GATE, approval({ epoch: 0 }))).toBe("with another epoch");
  });
});
