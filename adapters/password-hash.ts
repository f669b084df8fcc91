import { argon2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { PASSWORD_COST, passwordPhc, SALT_BYTES } from "#core/auth/phc.ts";

/** A password under a fresh salt, as a PHC string that `passwords` verifies. */
export async function passwordHash(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await promisify(argon2)("argon2id", { message: password, nonce, ...PASSWORD_COST });
  return passwordPhc(nonce, tag as Buffer);
}
