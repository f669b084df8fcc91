import { type Caller, type HumanCaller, isHuman } from "#core/identity/caller.ts";
import { isRole, type Right, ROLE_NAMES, ROLES } from "#core/identity/roles.ts";
import { GantryError } from "#core/kernel/errors.ts";

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
  const { membership } = caller;
  throw new GantryError("Forbidden", refusalOf(membership, access), {
    detail: { right: access, membership },
  });
}

function refusalOf(membership: Caller["membership"], right: Right): string {
  if (membership === null) return "This needs a person's session.";
  return isRole(membership)
    ? `Your role, ${membership}, does not have the right "${right}".`
    : `Your role, ${membership}, is unknown. Roles are ${ROLE_NAMES.join(", ")}.`;
}

/** The caller as the person who may decide at a gate. Throws Forbidden, naming the gate, for a machine. */
export function requireHuman(caller: Caller, gate: string): HumanCaller {
  if (isHuman(caller)) return caller;
  throw new GantryError("Forbidden", `Only a person can decide at the gate ${gate}.`, { detail: { gate } });
}

/** Whether the caller's role has the right. A role that is not known has none. */
export function hasRight({ membership }: Pick<Caller, "membership">, right: Right): boolean {
  return membership !== null && isRole(membership) && (ROLES[membership] as readonly Right[]).includes(right);
}

/** The roles that have the right. */
export function rolesWith(right: Right): readonly string[] {
  return ROLE_NAMES.filter((role) => hasRight({ membership: role }, right));
}
