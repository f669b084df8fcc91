import { z } from "zod";

/** Ids are lower-case on purpose: nothing in a key may depend on case folding or collide with `#`. */
export const ID_PATTERN = /^[0-9a-z][0-9a-z_.-]{0,63}$/;

export const idSchema = z
  .string()
  .regex(ID_PATTERN, "must be 1-64 of a-z, 0-9, '_', '.', '-' and start with a letter or digit");

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 digest in lower-case hex");

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** `<prefix>_<9 characters of time><16 random>`: sorts by time of making. `random` gives 10 bytes. */
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
  /** A fresh id `<prefix>_…`. */
  make(prefix: string): string;
  /** 32 random bytes as 43 base64url characters: a session, a ticket. */
  secret(): string;
  /** 32 random bytes in hex: what keeps data from being guessed from its digest. */
  salt(): string;
}

export interface WithIds {
  readonly ids: Ids;
}
