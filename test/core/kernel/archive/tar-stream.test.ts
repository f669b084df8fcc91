import { describe, expect, it } from "@jest/globals";
import { BLOCK, encodeHeader } from "#core/kernel/archive/tar.ts";
import { type ArchiveSource, readEntries, readTar, tarBlocks } from "#core/kernel/archive/tar-stream.ts";
import type { TreeFile } from "#core/kernel/tree.ts";
import { fc } from "#test/support/property.ts";

const LIMITS = { files: 3, bytes: 1000, file_bytes: 600 };
const bytesOf = (length: number, value = 7) => new Uint8Array(length).fill(value);
const source = (path: string, bytes = bytesOf(1), executable = false): ArchiveSource => ({
  path,
  size: bytes.length,
  executable,
  read: () => bytes,
});

async function pack(...sources: readonly ArchiveSource[]): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  for await (const block of tarBlocks(sources)) blocks.push(block);
  return Buffer.concat(blocks);
}

async function unpack(chunks: readonly Uint8Array[], limits = LIMITS): Promise<TreeFile[]> {
  const files: TreeFile[] = [];
  for await (const file of readTar(chunks, limits)) files.push(file);
  return files;
}

/** An archive with this header's block before its end. */
const withHeader = (bytes: Uint8Array) => [bytes, bytesOf(2 * BLOCK, 0)];

/** The header of a folder. */
function folder(path: string, size = 0): Uint8Array {
  const [bytes] = encodeHeader({ path, size, executable: true }) as [Uint8Array];
  bytes[156] = 0x35;
  const sum = bytes.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  bytes.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return bytes;
}

describe("an archive", () => {
  it("is headers, contents in whole blocks, and two blocks of zeros", async () => {
    const packed = await pack(source("a", bytesOf(513)), source("b", bytesOf(512)), source("c", bytesOf(0)));
    expect(packed).toHaveLength((1 + 2 + 1 + 1 + 1 + 2) * BLOCK);
    expect(packed.subarray(BLOCK, BLOCK + 513)).toEqual(Buffer.from(bytesOf(513)));
    expect(packed.subarray(BLOCK + 513, 3 * BLOCK).every((byte) => byte === 0)).toBe(true);
    expect(packed.subarray(-2 * BLOCK).every((byte) => byte === 0)).toBe(true);
  });

  it("gives back its files in their order, however its bytes arrive", async () => {
    const long = `${"p".repeat(120)}/${"é".repeat(60)}`;
    const sources = [
      source("b", bytesOf(600, 1)),
      source(long, bytesOf(0), true),
      source("a", bytesOf(9, 2)),
    ];
    const packed = await pack(...sources);
    const files = [
      { path: "b", bytes: bytesOf(600, 1), mode: "100644" },
      { path: long, bytes: bytesOf(0), mode: "100755" },
      { path: "a", bytes: bytesOf(9, 2), mode: "100644" },
    ];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: packed.length }), async (length) => {
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < packed.length; at += length)
          chunks.push(new Uint8Array(packed.subarray(at, at + length)), new Uint8Array());
        expect(await unpack(chunks)).toEqual(files);
      }),
      { numRuns: 30 },
    );
  });

  it("holds contents that come in chunks", async () => {
    async function* chunks() {
      yield bytesOf(2);
      yield new Uint8Array();
      yield bytesOf(1);
    }
    const packed = await pack({ ...source("a", bytesOf(3)), read: chunks });
    expect(await unpack([packed])).toEqual([{ path: "a", bytes: bytesOf(3), mode: "100644" }]);
  });

  it.each([2, 4])("is not made of a file of 3 bytes that is said to have %d", async (size) => {
    const changing = pack({ ...source("a", bytesOf(3)), size });
    await expect(changing).rejects.toThrow(new TypeError("'a' changed while it was packed"));
  });

  it("is not made of a file with an unsafe path", async () => {
    await expect(pack(source("../a"))).rejects.toThrow(
      new TypeError("'../a' must not contain empty, '.' or '..' segments"),
    );
  });
});

describe("reading an archive", () => {
  it("leaves out folders, and reads on behind them", async () => {
    const rest = await pack(source("a/b"));
    expect((await unpack([folder("a/"), rest])).map(({ path }) => path)).toEqual(["a/b"]);
    expect((await unpack([folder("a", 5), bytesOf(BLOCK), rest])).map(({ path }) => path)).toEqual(["a/b"]);
  });

  it("refuses an unsafe path, of a folder too", async () => {
    const [header] = encodeHeader({ path: "a/../../b", size: 0, executable: false }) as [Uint8Array];
    const why = new TypeError("'a/../../b' must not contain empty, '.' or '..' segments");
    await expect(unpack(withHeader(header))).rejects.toThrow(why);
    await expect(unpack(withHeader(folder("a/../../b/")))).rejects.toThrow(why);
  });

  it("refuses a path that is there twice", async () => {
    const packed = await pack(source("a"), source("b"), source("a"));
    await expect(unpack([packed])).rejects.toThrow(new TypeError("'a' is in the archive twice"));
  });

  it("takes as many files and bytes as the limits say", async () => {
    const packed = await pack(source("a", bytesOf(600)), source("b", bytesOf(400)), source("c", bytesOf(0)));
    expect(await unpack([packed])).toHaveLength(3);
    const less = async (over: Partial<typeof LIMITS>) => unpack([packed], { ...LIMITS, ...over });
    const tooMuch = new TypeError("the archive holds more than allowed");
    await expect(less({ files: 2 })).rejects.toThrow(tooMuch);
    await expect(less({ bytes: 999 })).rejects.toThrow(tooMuch);
    await expect(less({ file_bytes: 599 })).rejects.toThrow(new TypeError("'a' is larger than allowed"));
  });

  it("refuses a file that is too large before it reads its content", async () => {
    const [header] = encodeHeader({ path: "a", size: 601, executable: false }) as [Uint8Array];
    await expect(unpack([header])).rejects.toThrow("'a' is larger than allowed");
    await expect(unpack([folder("a", 64 * 1024 + 1)])).rejects.toThrow("'a' is larger than allowed");
  });

  it("refuses a pax header of more than 64 KiB, however large files may be", async () => {
    const large = { ...LIMITS, file_bytes: 2 ** 20 };
    const [header] = encodeHeader({ path: "é", size: 0, executable: false }) as [Uint8Array];
    header.set(new TextEncoder().encode("00000200001\0"), 124);
    const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
    header.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    await expect(unpack([header], large)).rejects.toThrow("is larger than allowed");
  });

  it("gives the name of a pax header to the next file only", async () => {
    const rest = await pack(source("é"), source("b"));
    expect((await unpack([rest])).map(({ path }) => path)).toEqual(["é", "b"]);
  });

  it("fails where the archive is cut off, wherever that is", async () => {
    const packed = await pack(source("é", bytesOf(5)));
    for (let at = 0; at < packed.length - BLOCK; at += 101)
      await expect(unpack([packed.subarray(0, at)])).rejects.toThrow(
        new TypeError("the archive ends too early"),
      );
  });

  it("ends at the first block of zeros, whatever is behind it", async () => {
    const packed = await pack(source("a"));
    expect(await unpack([packed, bytesOf(3000)])).toHaveLength(1);
  });

  it("gives size and mode of a file before its content, from a source that is waited for", async () => {
    async function* slow() {
      yield await pack(source("a", bytesOf(5), true));
    }
    const entries = readEntries(slow(), LIMITS);
    const { value } = await entries.next();
    expect(value).toMatchObject({ path: "a", size: 5, executable: true });
  });
});
