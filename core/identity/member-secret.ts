import { z } from "zod";
import type { WithSecrets } from "#core/identity/secrets.ts";
import { ID_PATTERN, idSchema } from "#core/kernel/ids.ts";

/** Content of the secret `users/<user>`: a member of a tenant, with the hash of the password. */
export const memberSchema = z.strictObject({
  tenant: idSchema,
  role: idSchema,
  /** Authority roles, which policies require at gates, and teams. */
  roles: z.array(idSchema).max(50).default([]),
  teams: z.array(idSchema).max(50).default([]),
  phc: z.string().min(20),
});
export type Member = Readonly<z.infer<typeof memberSchema>>;

/** The current member with this name; undefined when there is none. */
export async function readMember({ secrets }: WithSecrets, user: string): Promise<Member | undefined> {
  const stored = ID_PATTERN.test(user) ? await secrets.get(`users/${user}`, { fresh: true }) : undefined;
  return stored === undefined ? undefined : memberSchema.parse(JSON.parse(stored));
}
