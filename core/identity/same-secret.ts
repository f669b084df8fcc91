import { sha256Hex } from "#core/kernel/hash.ts";

/** Whether two secrets are equal. Compares digests in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [sha256Hex(a), sha256Hex(b)];
  let different = 0;
  for (let at = 0; at < left.length; at++) different |= left.charCodeAt(at) ^ right.charCodeAt(at);
  return different === 0;
}
