import { toBase64 } from "#core/kernel/base64.ts";

/** Parameters of Argon2id as OWASP recommends them. Memory is in KiB, lengths are in bytes. */
export const PASSWORD_COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
export const SALT_BYTES = 16;

/** Formats a salt and a tag with these parameters as a PHC string, as stored in the secret `users/<user>`. */
export function passwordPhc(salt: Uint8Array, tag: Uint8Array): string {
  const { memory, passes, parallelism } = PASSWORD_COST;
  const plain = (bytes: Uint8Array) => toBase64(bytes).replaceAll("=", "");
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`;
}
