/**
 * What a request may need of a person: to look, to change or spend, to decide for everyone in the tenant, to decide
 * about the tenant itself.
 */
export type Right = "read" | "write" | "admin" | "owner";

/** The roles a person can have in a tenant, and the rights of each. */
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
