import { describe, expect, it } from "@jest/globals";
import { decisionSchema } from "#core/governance/gate/decision.ts";
import { decisionBy } from "#test/support/gates.ts";
import { openedGate } from "./opened-gate.ts";

const DECISION = decisionBy(openedGate(), "APPROVE", "m_1");

describe("a decision as it is recorded", () => {
  it.each<[string, object]>([
    ["a person's approval", {}],
    ["a person's override", decisionBy(openedGate(), "OVERRIDE", "m_1")],
    [
      "the system's rejection",
      { type: "REJECT", actor_kind: "system", roles_revision: null, auth_time: null, amr: [] },
    ],
    ["one through a device", { device: "dev_1" }],
    ["one that concerns no execution", { execution_id: null }],
    ["one with 8000 characters of reason", { justification: "x".repeat(8000) }],
    ["one of a later epoch", { epoch: 7 }],
  ])("may be %s", (_, change) => {
    expect(decisionSchema.parse({ ...DECISION, ...change })).toEqual({ ...DECISION, ...change });
  });

  it.each<[string, object]>([
    ["another type", { type: "ALLOW" }],
    ["an actor of another kind", { actor_kind: "agent" }],
    ["no role", { role: "" }],
    ["an empty method of authentication", { amr: [""] }],
    ["8001 characters of reason", { justification: "x".repeat(8001) }],
    ["epoch 0", { epoch: 0 }],
    ["half an epoch", { epoch: 1.5 }],
    ["an invalid id of the gate", { gate: "Build" }],
    ["a snapshot that is no digest", { snapshot_sha256: "x" }],
    ["a time that is none", { auth_time: "yesterday" }],
    ["a member that decisions do not have", { more: 1 }],
  ])("cannot have %s", (_, change) => {
    expect(decisionSchema.safeParse({ ...DECISION, ...change }).success).toBe(false);
  });
});
