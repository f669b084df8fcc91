import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** Root of the RFC 6962 Merkle tree over these lines (section 2.1), as hex. The empty tree is SHA-256 of nothing. */
export function merkleRoot(lines: readonly string[]): string {
  return bytesToHex(root(lines.map((line) => sha256(concatBytes(LEAF, utf8ToBytes(line))))));
}

/** MTH: left half is the largest power of two smaller than the number of leaves. */
function root(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(concatBytes(NODE, root(leaves.slice(0, split)), root(leaves.slice(split))));
}
