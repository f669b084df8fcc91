import { argon2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { PASSWORD_COST, passwordPhc, SALT_BYTES } from "#core/identity/phc.ts";

/** Returns the value of the secret `users/owner` for a password. */
export async function passwordHash(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await promisify(argon2)("argon2id", { message: password, nonce, ...PASSWORD_COST });
  return passwordPhc(nonce, tag as Buffer);
}
