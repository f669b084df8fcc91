import type { z } from "zod";
import { passwordHash } from "#adapters/passwords/password-hash.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { memberSchema } from "#core/identity/member-secret.ts";
import { isRole, ROLE_NAMES } from "#core/identity/roles.ts";
import { idSchema } from "#core/kernel/ids.ts";

const FIRST: Known = { tenant: "main", role: "owner", roles: [], teams: [] };
const known = memberSchema.omit({ phc: true }).strip();
type Known = z.infer<typeof known>;

/** The membership of a user, as given on the command line. */
export interface Identity {
  readonly tenant?: string | undefined;
  readonly role?: string | undefined;
  /** Ids, separated by commas: authority roles, which policies ask for at gates. */
  readonly authorityRoles?: string | undefined;
  readonly teams?: string | undefined;
}

/** Throws UsageError when it is said who a user is where none is set. */
export function requireNoIdentity({ tenant, role, authorityRoles, teams }: Identity): void {
  if ((tenant ?? role ?? authorityRoles ?? teams) !== undefined)
    throw new UsageError(
      "--tenant, --role, --authority-roles and --teams are allowed only with users/<user>.",
    );
}

/** Throws UsageError for what can be no tenant, and for an unknown role. */
export function checkIdentity({ tenant, role, authorityRoles, teams }: Identity): Identity {
  if (tenant !== undefined && !idSchema.safeParse(tenant).success)
    throw new UsageError("--tenant must be 1-64 of a-z, 0-9, '_', '.', '-'.");
  if (role !== undefined && !isRole(role))
    throw new UsageError(`--role must be one of ${ROLE_NAMES.join(", ")}.`);
  idsOf(authorityRoles, "--authority-roles");
  idsOf(teams, "--teams");
  return { tenant, role, authorityRoles, teams };
}

/** The ids of an option's list; none of an empty one, undefined where it is not said. */
function idsOf(list: string | undefined, option: string): string[] | undefined {
  const ids = list?.split(",").filter((id) => id !== "");
  if (ids?.some((id) => !idSchema.safeParse(id).success))
    throw new UsageError(`${option} must be ids of a-z, 0-9, '_', '.', '-', separated by commas.`);
  return ids;
}

/**
 * The secret of a user: tenant, role, authority roles, teams and the password's Argon2id hash, as logging in reads it.
 * What is not said stays as it is, so that a new password does not move a person to another tenant.
 */
export async function userSecret(
  password: string,
  said: Identity,
  stored: () => Promise<string | undefined>,
): Promise<string> {
  const now = readStored(await stored(), said);
  const { tenant = now.tenant, role = now.role } = said;
  const roles = idsOf(said.authorityRoles, "--authority-roles") ?? now.roles;
  const teams = idsOf(said.teams, "--teams") ?? now.teams;
  return JSON.stringify({ tenant, role, roles, teams, phc: await passwordHash(password) });
}

function readStored(text: string | undefined, said: Identity): Known {
  if (text === undefined) return FIRST;
  try {
    return known.parse(JSON.parse(text));
  } catch {
    if (said.tenant && said.role) return FIRST;
    throw new CliError(
      "The stored data of this user cannot be read. Give --tenant and --role to replace it.",
    );
  }
}
