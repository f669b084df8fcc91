import { argon2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { PASSWORD_COST, passwordPhc, SALT_BYTES } from "#core/identity/phc.ts";

/** Returns the hash of a password in the secret `users/owner`. */
export async function passwordHash(
  password: string,
  nonce: Buffer = randomBytes(SALT_BYTES),
): Promise<string> {
  const tag = await promisify(argon2)("argon2id", { message: password, nonce, ...PASSWORD_COST });
  return passwordPhc(nonce, tag as Buffer);
}

/** Whether a hash, made with the costs of {@link passwordHash}, is of this password. */
export async function isPasswordOf(phc: string, password: string): Promise<boolean> {
  const salt = Buffer.from(phc.split("$").at(-2) ?? "", "base64");
  return salt.length === SALT_BYTES && (await passwordHash(password, salt)) === phc;
}
