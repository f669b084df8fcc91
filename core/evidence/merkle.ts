import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** Root of the Merkle tree over these lines (RFC 6962, section 2.1), as hex. An empty tree has the SHA-256 of "". */
export function merkleRoot(lines: readonly string[]): string {
  return bytesToHex(root(lines.map((line) => sha256(concatBytes(LEAF, utf8ToBytes(line))))));
}

/** MTH of RFC 6962: the left half has the largest power of two of leaves that is smaller than their number. */
function root(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(concatBytes(NODE, root(leaves.slice(0, split)), root(leaves.slice(split))));
}
