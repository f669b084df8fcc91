import type { HumanCaller, MachineCaller } from "#core/identity/caller.ts";

/** A person in a session of the tenant tn_1, who logged in with a password when the tests' clock began. */
export function personOf(said: Partial<HumanCaller>): HumanCaller {
  return {
    tenant: "tn_1",
    principal: "ada",
    kind: "human",
    membership: "owner",
    roles: [],
    teams: [],
    auth_time: "2026-11-21T00:00:00.000Z",
    amr: ["pwd"],
    scopes: [],
    ...said,
  };
}

/** A service account of the tenant tn_1. */
export function machineOf(said: Partial<MachineCaller>): MachineCaller {
  return {
    tenant: "tn_1",
    principal: "ci",
    kind: "service",
    membership: null,
    roles: [],
    teams: [],
    auth_time: "2026-11-21T00:00:00.000Z",
    amr: [],
    scopes: [],
    ...said,
  };
}
