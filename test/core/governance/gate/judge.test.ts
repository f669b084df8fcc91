import { describe, expect, it } from "@jest/globals";
import { requirePolicy } from "#core/governance/gate/decide.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { mayDecide, requireDecidable } from "#core/governance/gate/judge.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import type { GateRequest } from "#core/governance/gate/request.ts";
import { personOf } from "#test/support/callers.ts";
import { gateTermsOf, TECH_LEAD } from "#test/support/gates.ts";

const ID = "execution.m_1.1";
const DEVICE = { ...TECH_LEAD, device: "dev_1", amr: ["device"] };
const ANYBODY = personOf({ membership: "member" });
const DELTA = [{ op: "remove" as const, path: "/replicas" }];

const gateOf = (change: Partial<GateRequest> = {}): Gate =>
  nextGate(null, {
    type: "gantry.gate.opened",
    time: "2026-11-21T00:00:00.000Z",
    data: { gate_id: ID, ...gateTermsOf(change) },
  });
const GATE = gateOf();
const input = {
  gate_id: ID,
  epoch: 1,
  snapshot_sha256: GATE.snapshot_sha256,
  type: "APPROVE" as const,
  justification: "Checked.",
};

describe("a decision is refused with the sentence", () => {
  it.each([
    [
      "You may not decide on this gate; it requires one of the roles tech_lead, release_manager.",
      "Forbidden",
      ANYBODY,
      {},
      {},
    ],
    [
      "This gate does not accept decisions through a personal device; log in to decide.",
      "Forbidden",
      DEVICE,
      {},
      {},
    ],
    ["The gate's epoch is 1 now; read the gate again.", "StaleGate", TECH_LEAD, {}, { epoch: 2 }],
    [
      "justification is required: this gate requires a reason.",
      "InvalidInput",
      TECH_LEAD,
      {},
      { justification: " " },
    ],
    [
      "type must be APPROVE or REJECT at this gate.",
      "InvalidInput",
      TECH_LEAD,
      { overridable: false },
      { type: "OVERRIDE" as const },
    ],
    [
      "context_delta is required with OVERRIDE: the changes, as a JSON Patch.",
      "InvalidInput",
      TECH_LEAD,
      {},
      { type: "OVERRIDE" as const },
    ],
    ["context_delta is allowed only with OVERRIDE.", "InvalidInput", TECH_LEAD, {}, { context_delta: DELTA }],
  ])("%s", (message, code, caller, change, sent) => {
    const gate = gateOf({ approvers: ["tech_lead", "release_manager"], ...change });
    expect(() => requireDecidable(gate, caller, { ...input, ...sent })).toThrow(
      expect.objectContaining({ code, message }),
    );
  });

  it("of the gate, with the gate's id and roles as detail", () => {
    expect(() => requireDecidable(GATE, ANYBODY, input)).toThrow(
      expect.objectContaining({ detail: { gate_id: ID, approvers: ["tech_lead"] } }),
    );
  });
});

describe("a decision by a person", () => {
  it("is permitted in one of the gate's roles, through a device only where the gate allows it", () => {
    const allowing = gateOf({ devices: "allowed" });
    expect(mayDecide(GATE, TECH_LEAD)).toBe(true);
    expect(mayDecide(GATE, ANYBODY)).toBe(false);
    expect(mayDecide(GATE, DEVICE)).toBe(false);
    expect(mayDecide(allowing, DEVICE)).toBe(true);
    expect(mayDecide(allowing, TECH_LEAD)).toBe(true);
    expect(mayDecide(allowing, { ...ANYBODY, device: "dev_1" })).toBe(false);
  });

  it("requires no justification where the gate accepts the words as they are, even empty ones", () => {
    const words = gateOf({ justification: "words", overridable: false });
    expect(requireDecidable(words, TECH_LEAD, { ...input, justification: "" })).toBe("tech_lead");
  });
});

describe("an execution that starts at a gate", () => {
  it("requires the policy that the gate was opened under", () => {
    expect(requirePolicy(GATE, { policy: GATE.policy })).toBeUndefined();
    const policy = { ...GATE.policy, sha256: "0".repeat(64) };
    expect(() => requirePolicy(GATE, { policy })).toThrow(
      expect.objectContaining({
        code: "StaleGate",
        message: `The policy has changed since the gate ${ID} was opened.`,
        field: "gate_id",
        detail: { policy },
      }),
    );
  });
});
