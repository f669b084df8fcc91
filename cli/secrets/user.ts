import { z } from "zod";
import { passwordHash } from "#adapters/passwords/password-hash.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { isRole, ROLE_NAMES } from "#core/identity/roles.ts";
import { idSchema } from "#core/kernel/ids.ts";

const known = z.object({ tenant: idSchema, role: idSchema });
const FIRST = { tenant: "main", role: "owner" };

/** Who a user is said to be, on the command line. */
export interface Identity {
  readonly tenant?: string | undefined;
  readonly role?: string | undefined;
}

/** Throws UsageError for what can be no tenant, and for an unknown role. */
export function checkIdentity({ tenant, role }: Identity): Identity {
  if (tenant !== undefined && !idSchema.safeParse(tenant).success)
    throw new UsageError("--tenant must be 1-64 of a-z, 0-9, '_', '.', '-'.");
  if (role !== undefined && !isRole(role))
    throw new UsageError(`--role must be one of ${ROLE_NAMES.join(", ")}.`);
  return { tenant, role };
}

/**
 * The secret of a user: tenant, role and the password's Argon2id hash, as logging in reads it. What is not said
 * stays as it is, so that a new password does not move a person to another tenant.
 */
export async function userSecret(
  password: string,
  said: Identity,
  stored: () => Promise<string | undefined>,
): Promise<string> {
  const now = said.tenant && said.role ? FIRST : readStored(await stored());
  const { tenant = now.tenant, role = now.role } = said;
  return JSON.stringify({ tenant, role, phc: await passwordHash(password) });
}

function readStored(text: string | undefined): z.infer<typeof known> {
  if (text === undefined) return FIRST;
  try {
    return known.parse(JSON.parse(text));
  } catch {
    throw new CliError("What is stored for this user cannot be read. Say --tenant and --role to replace it.");
  }
}
