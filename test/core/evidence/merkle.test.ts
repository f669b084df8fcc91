import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { merkleRoot } from "#core/evidence/merkle.ts";

/** The reference tree of Certificate Transparency (RFC 6962): its eight leaves and the root after each. */
const LEAVES = [
  "",
  "\x00",
  "\x10",
  "\x20\x21",
  "\x30\x31",
  "\x40\x41\x42\x43",
  "\x50\x51\x52\x53\x54\x55\x56\x57",
  "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("merkleRoot", () => {
  it("returns the hash of no bytes for the empty tree", () => {
    expect(merkleRoot([])).toBe(createHash("sha256").digest("hex"));
  });

  it.each(ROOTS.map((root, index) => ({ size: index + 1, root })))(
    "returns the reference root of $size leaves",
    ({ size, root }) => {
      expect(merkleRoot(LEAVES.slice(0, size))).toBe(root);
    },
  );

  it("hashes a line as its UTF-8 bytes after the leaf prefix", () => {
    const leaf = createHash("sha256").update(Buffer.concat([Buffer.from([0]), Buffer.from("é", "utf8")]));
    expect(merkleRoot(["é"])).toBe(leaf.digest("hex"));
  });
});
