import { z } from "zod";

/** Ids are lower-case and have no `#`, so that keys do not depend on case folding and cannot collide. */
export const ID_PATTERN = /^[0-9a-z][0-9a-z_.-]{0,63}$/;

export const idSchema = z
  .string()
  .regex(ID_PATTERN, "must be 1-64 of a-z, 0-9, '_', '.', '-' and start with a letter or digit");

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 digest in lower-case hex");

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Returns `<prefix>_<9 characters of time><16 random characters>`, which sorts by creation time. Needs 10 bytes in
 * `random`, otherwise throws RangeError. `now` is in epoch milliseconds.
 */
export function makeId(prefix: string, now: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError("makeId needs 10 random bytes");
  let time = "";
  for (let left = now, i = 0; i < 9; i++, left = Math.floor(left / 32)) time = ALPHABET[left % 32] + time;
  let bits = 0n;
  for (const byte of random.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let tail = "";
  for (let i = 0; i < 16; i++, bits >>= 5n) tail = ALPHABET[Number(bits & 31n)] + tail;
  return `${prefix}_${time}${tail}`;
}

export interface Ids {
  /** A new id `<prefix>_…`. */
  make(prefix: string): string;
  /** 32 random bytes as 43 base64url characters, for sessions and tickets. */
  secret(): string;
  /** 32 random bytes in hex; prevents guessing data from its digest. */
  salt(): string;
}

export interface WithIds {
  readonly ids: Ids;
}
