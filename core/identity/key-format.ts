import { sha256Hex } from "#core/kernel/hash.ts";

/**
 * The format of a key: `gk_live_<id>_<secret>_<checksum>`. Lists show the id; the secret is 32 random bytes in base62;
 * the checksum detects a miscopied key and lets secret scanners recognise keys.
 */
const KEY_PATTERN = /^(gk_live_([0-9a-z]{8})_[0-9A-Za-z]{43})_([0-9A-Za-z]{6})$/;

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Formats a key. `secret` is 32 random bytes in hex. */
export function writeKey(id: string, secret: string): string {
  const text = `gk_live_${id}_${base62(secret, 43)}`;
  return `${text}_${checksum(text)}`;
}

/** The id of a well-formed key; undefined for any other text. */
export function keyIdOf(key: string): string | undefined {
  const [, text, id, sum] = KEY_PATTERN.exec(key) ?? [];
  return text !== undefined && checksum(text) === sum ? id : undefined;
}

/** The first four bytes of the SHA-256 digest as six base62 digits. */
const checksum = (text: string): string => base62(sha256Hex(text).slice(0, 8), 6);

function base62(hex: string, width: number): string {
  let digits = "";
  for (let left = BigInt(`0x${hex}`); left > 0n; left /= 62n) digits = BASE62[Number(left % 62n)] + digits;
  return digits.padStart(width, "0");
}
