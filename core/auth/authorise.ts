import { isRole, type Right, ROLE_NAMES, ROLES } from "#core/auth/roles.ts";
import type { Caller } from "#core/caller.ts";
import { GantryError } from "#core/errors.ts";

/** What a request needs of its caller: nothing, or a right. */
export type Access = "public" | Right;

/**
 * Decides whether a caller may make a request. Throws Unauthenticated without a caller where one is needed, and
 * Forbidden when the caller's role does not have the right.
 */
export function authorise(caller: Caller | undefined, access: Access): void {
  if (access === "public") return;
  if (!caller) throw new GantryError("Unauthenticated", "Log in first: POST /gantry/auth.");
  if (hasRight(caller, access)) return;
  const sentence = isRole(caller.role)
    ? `Your role, ${caller.role}, does not have the right "${access}".`
    : `Your role, ${caller.role}, is unknown. Roles are ${ROLE_NAMES.join(", ")}.`;
  throw new GantryError("Forbidden", sentence, { detail: { right: access, role: caller.role } });
}

/** Whether the caller's role has the right. A role that is not known has none. */
export function hasRight({ role }: Pick<Caller, "role">, right: Right): boolean {
  return isRole(role) && (ROLES[role] as readonly Right[]).includes(right);
}

/** The roles that have the right. */
export function rolesWith(right: Right): readonly string[] {
  return ROLE_NAMES.filter((role) => hasRight({ role }, right));
}
