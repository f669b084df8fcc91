import { describe, expect, it } from "@jest/globals";
import { callerIn, contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { machineOf, personOf } from "#test/support/callers.ts";

const CALLERS = [
  personOf({}),
  personOf({ device: "k_1", amr: ["device"], roles: ["tech_lead"], teams: ["payments"] }),
  machineOf({ scopes: ["missions:read"] }),
  machineOf({ kind: "agent" }),
];

describe("the authorizer's context", () => {
  it.each(CALLERS)("preserves a caller of the kind $kind as text", (caller) => {
    const context = contextOf(caller);
    expect(Object.values(context).every((value) => typeof value === "string")).toBe(true);
    expect(callerIn(context)).toEqual(caller);
  });

  const forged: [string, unknown][] = [
    ["nothing", undefined],
    ["text that is not JSON", "{"],
    ["only tenant, user and role", { tenant: "tn_1", user: "owner", role: "owner" }],
    ["no time of authentication", { ...personOf({}), auth_time: undefined }],
    ["an invalid tenant id", personOf({ tenant: "tn_1#X" })],
    ["a person with scopes", { ...personOf({}), scopes: ["missions:read"] }],
    ["a machine with a role", { ...machineOf({}), membership: "owner" }],
    ["a machine with a device", { ...machineOf({}), device: "k_1" }],
    ["another kind", { ...personOf({}), kind: "system" }],
    ["a member that no caller has", { ...personOf({}), admin: true }],
  ];
  it.each(forged)("with %s contains no caller", (_, value) => {
    const caller = typeof value === "string" || value === undefined ? value : JSON.stringify(value);
    expect(callerIn({ tenant: "tn_1", caller })).toBeUndefined();
  });

  it("contains no caller as an object or as members beside the tenant", () => {
    expect(callerIn({ tenant: "tn_1", caller: personOf({}) })).toBeUndefined();
    expect(callerIn({ ...personOf({}) })).toBeUndefined();
    expect(callerIn(null)).toBeUndefined();
  });
});
