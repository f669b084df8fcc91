import { z } from "zod";
import type { WithSecrets } from "#core/identity/secrets.ts";
import { ID_PATTERN, idSchema } from "#core/kernel/ids.ts";

/** What the secret `users/<user>` holds: a member of a tenant, and the password's hash. */
export const memberSchema = z.strictObject({
  tenant: idSchema,
  role: idSchema,
  /** Authority roles and teams, which policies ask for at gates. */
  roles: z.array(idSchema).max(50).default([]),
  teams: z.array(idSchema).max(50).default([]),
  phc: z.string().min(20),
});
type Member = Readonly<z.infer<typeof memberSchema>>;

/** The member as they are now; undefined for a name that no member has. */
export async function readMember({ secrets }: WithSecrets, user: string): Promise<Member | undefined> {
  const stored = ID_PATTERN.test(user) ? await secrets.get(`users/${user}`, { fresh: true }) : undefined;
  return stored === undefined ? undefined : memberSchema.parse(JSON.parse(stored));
}
