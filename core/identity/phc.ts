import { toBase64 } from "#core/kernel/base64.ts";

/** What hashing a password costs: Argon2id with OWASP's parameters. Memory in KiB, the lengths in bytes. */
export const PASSWORD_COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
export const SALT_BYTES = 16;

/** Salt and tag of that cost as a PHC string: the form in which the secret `users/<user>` holds a password. */
export function passwordPhc(salt: Uint8Array, tag: Uint8Array): string {
  const { memory, passes, parallelism } = PASSWORD_COST;
  const plain = (bytes: Uint8Array) => toBase64(bytes).replaceAll("=", "");
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`;
}
