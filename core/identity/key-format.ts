import { sha256Hex } from "#core/kernel/hash.ts";

/**
 * A key as its holder has it: `gk_live_<id>_<secret>_<checksum>`. The id names it in lists; the secret is 32 random
 * bytes in base62; the checksum tells a key that was copied wrongly, and lets scanners find keys in files.
 */
const KEY_PATTERN = /^(gk_live_([0-9a-z]{8})_[0-9A-Za-z]{43})_([0-9A-Za-z]{6})$/;

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The key of this id. `secret` is 32 random bytes in hex. */
export function writeKey(id: string, secret: string): string {
  const text = `gk_live_${id}_${base62(secret, 43)}`;
  return `${text}_${checksum(text)}`;
}

/** The id of a key that is written correctly; undefined for any other text. */
export function keyIdOf(key: string): string | undefined {
  const [, text, id, sum] = KEY_PATTERN.exec(key) ?? [];
  return text !== undefined && checksum(text) === sum ? id : undefined;
}

/** The first four bytes of the SHA-256 digest in six digits. */
const checksum = (text: string): string => base62(sha256Hex(text).slice(0, 8), 6);

function base62(hex: string, width: number): string {
  let digits = "";
  for (let left = BigInt(`0x${hex}`); left > 0n; left /= 62n) digits = BASE62[Number(left % 62n)] + digits;
  return digits.padStart(width, "0");
}
