import { randomBytes } from "node:crypto";
import { argon2idAsync } from "@noble/hashes/argon2.js";
import { PASSWORD_COST, passwordPhc, SALT_BYTES } from "#core/auth/phc.ts";

/**
 * A password under a fresh salt, as a PHC string that `passwords` verifies. Node's own Argon2 came with 24.7, and the
 * command that sets passwords runs on older ones.
 */
export async function passwordHash(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const { memory, passes, parallelism, tagLength } = PASSWORD_COST;
  const cost = { m: memory, t: passes, p: parallelism, dkLen: tagLength };
  return passwordPhc(salt, await argon2idAsync(password, salt, cost));
}
