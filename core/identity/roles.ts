/**
 * Rights that a request can require of a person. `read`: see data. `write`: change data or spend money. `admin`: act
 * for all members of the tenant. `owner`: manage the tenant itself.
 */
export type Right = "read" | "write" | "admin" | "owner";

/** The membership roles of a tenant, with the rights of each. */
export const ROLES = {
  owner: ["read", "write", "admin", "owner"],
  admin: ["read", "write", "admin"],
  member: ["read", "write"],
  viewer: ["read"],
} as const satisfies Readonly<Record<string, readonly Right[]>>;
type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

export function isRole(name: string): name is Role {
  return Object.hasOwn(ROLES, name);
}
