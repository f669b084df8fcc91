import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { packArchive, packStream, readArchive, unpackArchive } from "#adapters/files/archive.ts";
import { decodeHeader, encodeHeader, padding } from "#core/kernel/archive/tar.ts";
import { fc } from "#test/support/property.ts";

const LIMITS = { files: 50, bytes: 100_000, file_bytes: 50_000 };
const segment = fc.stringMatching(/^[A-Za-z0-9_\-[\]é]{1,60}$/);
const path = fc.array(segment, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("/"));

function tar(name: string, change: (header: Uint8Array) => void = () => undefined): Uint8Array {
  const body = new TextEncoder().encode("x");
  const blocks = encodeHeader({ path: name, size: 1, executable: false });
  const header = blocks.at(-1)!;
  change(header);
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 32 : header[i]!;
  header.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return zstdCompressSync(Buffer.concat([...blocks, body, new Uint8Array(padding(1)), new Uint8Array(1024)]));
}

describe("an archive", () => {
  it("returns what was packed, in any order, as the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ path, bytes: fc.uint8Array({ maxLength: 2000 }), run: fc.boolean() }), {
          selector: (file) => file.path,
          maxLength: 8,
        }),
        async (drawn) => {
          const files = drawn.map(({ run, path, bytes }) => ({
            path,
            bytes,
            mode: run ? ("100755" as const) : ("100644" as const),
          }));
          const packed = await packArchive(files);
          expect(Buffer.compare(packed, await packArchive([...files].reverse()))).toBe(0);
          const back = await unpackArchive(packed, LIMITS);
          const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
          expect(back.map((file) => ({ ...file, bytes: [...file.bytes] }))).toEqual(
            sorted.map((file) => ({ ...file, bytes: [...file.bytes] })),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each(["../x", "/etc/x", "a/../../x", "a//x", "./x", "a\\x", "C:x", "a\u0001"])(
    "is refused with the path %j",
    async (name) => {
      await expect(unpackArchive(tar(name), LIMITS)).rejects.toThrow(TypeError);
    },
  );

  it.each([
    ["a symbolic link", "2"],
    ["a hard link", "1"],
    ["a device", "3"],
    ["a pipe", "6"],
  ])("is refused with %s", async (_, type) => {
    const archive = tar("x", (header) => header.set(new TextEncoder().encode(type), 156));
    await expect(unpackArchive(archive, LIMITS)).rejects.toThrow("neither a file nor a folder");
  });

  it("is refused when it expands too far, or has a file that is too large or too many files", async () => {
    const bomb = zstdCompressSync(Buffer.alloc(50_000_000));
    await expect(unpackArchive(bomb, LIMITS)).rejects.toThrow("Cannot create a Buffer larger than");
    const big = await packArchive([{ path: "x", bytes: new Uint8Array(60_000) }]);
    await expect(unpackArchive(big, LIMITS)).rejects.toThrow("larger than allowed");
    const many = await packArchive(
      Array.from({ length: 51 }, (_, i) => ({ path: `${i}`, bytes: new Uint8Array(1) })),
    );
    await expect(unpackArchive(many, LIMITS)).rejects.toThrow("more than allowed");
  });

  it("packs a file from chunks, whose length must equal the stated size", async () => {
    const chunks = async function* () {
      yield Buffer.from("ab");
      yield Buffer.from("c");
    };
    const pack = async (size: number) => {
      const packed = [];
      for await (const chunk of packStream([{ path: "a", size, executable: false, read: chunks }]))
        packed.push(chunk);
      return unpackArchive(Buffer.concat(packed), LIMITS);
    };
    expect(await pack(3)).toEqual([{ path: "a", bytes: new Uint8Array(Buffer.from("abc")), mode: "100644" }]);
    for (const size of [2, 4]) await expect(pack(size)).rejects.toThrow("'a' changed while it was packed");
  });

  it.each([0, 2 ** 33 - 1, 2 ** 33, 2 ** 50])(
    "states a size of %d bytes in the standard tar format",
    (size) => {
      const [header = new Uint8Array()] = encodeHeader({ path: "a", size, executable: false });
      expect(decodeHeader(header)).toMatchObject({ path: "a", size });
    },
  );

  it("is refused with a damaged header", async () => {
    const archive = zstdCompressSync(Buffer.alloc(1024, "1"));
    await expect(unpackArchive(archive, LIMITS)).rejects.toThrow("checksum");
  });
});

describe("an archive that is read file by file", () => {
  const read = async (chunks: () => AsyncIterable<Uint8Array>) => {
    for await (const _ of readArchive(Readable.from(chunks()), LIMITS));
  };

  it("fails wherever it is truncated", async () => {
    const packed = await packArchive([{ path: "a", bytes: randomBytes(40_000), mode: "100644" }]);
    for (let at = 1; at < packed.length; at += 997) {
      async function* cut() {
        yield packed.subarray(0, at);
      }
      await expect(read(cut)).rejects.toThrow("unexpected end of file");
    }
  });

  it("fails with the error of its source", async () => {
    async function* lost() {
      yield new Uint8Array(0);
      throw new Error("connection lost");
    }
    await expect(read(lost)).rejects.toThrow("connection lost");
  });
});
