import { type Caller, type HumanCaller, isHuman, type MachineCaller } from "#core/identity/caller.ts";
import { isRole, type Right, ROLE_NAMES, ROLES } from "#core/identity/roles.ts";
import type { Scope } from "#core/identity/scopes.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** What a request requires of its caller. */
export interface Access {
  /** The right that a person needs, or `public` for any client. */
  readonly right: "public" | Right;
  /** The scope that a machine needs; absent when only people may use it. */
  readonly scope?: Scope | undefined;
  /** Whether a person needs a session; a personal device is then not enough. Always true for `admin` and `owner`. */
  readonly sessionOnly?: boolean | undefined;
}

interface Refusal {
  readonly sentence: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Checks whether a caller may make a request. Throws Unauthenticated when a caller is required and missing, and
 * Forbidden when the caller lacks the required right, scope or session.
 */
export function authorise(caller: Caller | undefined, access: Access): void {
  if (access.right === "public") return;
  if (!caller) throw new GantryError("Unauthenticated", "Log in first: POST /gantry/auth.");
  const refusal = refusalOf(caller, access);
  if (refusal) throw new GantryError("Forbidden", refusal.sentence, { detail: refusal.detail });
}

/** Whether the caller has the required right, scope and session. */
export const mayUse = (caller: Caller, access: Access): boolean => refusalOf(caller, access) === undefined;

/** Whether a personal device is not sufficient. */
export const needsSession = ({ right, sessionOnly = false }: Access): boolean =>
  sessionOnly || right === "admin" || right === "owner";

/** The roles that have the right. */
export function rolesWith(right: Right): readonly string[] {
  return ROLE_NAMES.filter((role) => (ROLES[role] as readonly Right[]).includes(right));
}

function refusalOf(caller: Caller, access: Access): Refusal | undefined {
  if (access.right === "public") return undefined;
  return isHuman(caller) ? refusalOfPerson(caller, access, access.right) : refusalOfMachine(caller, access);
}

function refusalOfPerson(
  { membership, device }: HumanCaller,
  access: Access,
  right: Right,
): Refusal | undefined {
  const detail = { right, membership };
  if (!isRole(membership))
    return {
      sentence: `Your role, ${membership}, is unknown. Roles are ${ROLE_NAMES.join(", ")}.`,
      detail,
    };
  if (!rolesWith(right).includes(membership))
    return { sentence: `Your role, ${membership}, does not have the right "${right}".`, detail };
  if (device !== undefined && needsSession(access))
    return {
      sentence: "This requires a session; the key of a device is not sufficient. Log in.",
      detail: { right, device },
    };
  return undefined;
}

function refusalOfMachine({ kind, scopes }: MachineCaller, { scope }: Access): Refusal | undefined {
  if (scope === undefined)
    return {
      sentence: "Only people may do this; the key of a service or agent is not sufficient.",
      detail: { kind },
    };
  if (scopes.includes(scope)) return undefined;
  return { sentence: `The key does not have the scope "${scope}".`, detail: { kind, scope } };
}
