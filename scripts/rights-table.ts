import { type Access, mayUse } from "#core/identity/authorise.ts";
import type { Caller, HumanCaller, MachineCaller } from "#core/identity/caller.ts";
import { ROLE_NAMES } from "#core/identity/roles.ts";
import { SCOPE_NAMES } from "#core/identity/scopes.ts";

const common = {
  tenant: "main",
  principal: "x",
  roles: [],
  teams: [],
  auth_time: "2026-01-01T00:00:00.000Z",
};

function person(membership: string, device?: string): HumanCaller {
  const caller = { ...common, kind: "human", membership, amr: [], scopes: [] } as const;
  return device === undefined ? caller : { ...caller, device };
}

function machine(kind: MachineCaller["kind"]): MachineCaller {
  return { ...common, kind, membership: null, amr: [], scopes: SCOPE_NAMES };
}

/** The callers of the guide's table, by column: each role in a session, an owner's device, machines with all scopes. */
const CALLERS: Readonly<Record<string, Caller | undefined>> = {
  anonymous: undefined,
  ...Object.fromEntries(ROLE_NAMES.map((role) => [role, person(role)])),
  device: person("owner", "x"),
  service: machine("service"),
  agent: machine("agent"),
};

type Row = Access & { readonly method: string; readonly path: string };

/**
 * Returns the table of operations with their requirements and permitted callers: a header and one row for
 * each.
 */
export function rightsTable(routes: readonly Row[]): readonly (readonly string[])[] {
  const mayCall = (caller: Caller | undefined, row: Row) =>
    row.right === "public" || (caller !== undefined && mayUse(caller, row));
  return [
    ["Operation", "Right", "Scope", ...Object.keys(CALLERS)],
    ...routes.map((row) => [
      `\`${row.method} ${row.path}\``,
      `\`${row.right}\``,
      row.scope === undefined ? "" : `\`${row.scope}\``,
      ...Object.values(CALLERS).map((caller) => (mayCall(caller, row) ? "yes" : "no")),
    ]),
  ];
}
