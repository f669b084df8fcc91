import { argon2, randomBytes } from "node:crypto";
import { promisify } from "node:util";

/** Argon2id with OWASP's parameters in PHC form, as the secret `users/<user>` holds it. */
export async function passwordHash(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await promisify(argon2)("argon2id", {
    message: password,
    nonce,
    memory: 19_456,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  });
  const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  return `$argon2id$v=19$m=19456,t=2,p=1$${plain(nonce)}$${plain(tag as Buffer)}`;
}
