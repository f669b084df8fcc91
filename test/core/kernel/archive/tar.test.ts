import { describe, expect, it } from "@jest/globals";
import { BLOCK, decodeHeader, encodeHeader, padding, paxPath } from "#core/kernel/archive/tar.ts";
import { fc } from "#test/support/property.ts";

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const utf8 = (text: string) => new TextEncoder().encode(text);
const header = (path: string, over: { size?: number; executable?: boolean } = {}) =>
  encodeHeader({ path, size: 5, executable: false, ...over });

/** A header with other bytes in it and the checksum that they have. */
function changed(at: number, value: string | Uint8Array, path = "a"): Uint8Array {
  const bytes = header(path)[0] as Uint8Array;
  bytes.set(typeof value === "string" ? utf8(value) : value, at);
  const sum = bytes.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  bytes.set(utf8(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return bytes;
}

describe("the header of a file", () => {
  it("is one block of the ustar format without anything that differs from run to run", () => {
    const [bytes, ...more] = header("dir/file.txt", { size: 0o1234 });
    expect(more).toEqual([]);
    expect(bytes).toHaveLength(BLOCK);
    const fields = ascii(bytes as Uint8Array).replace(/\0+$/, "");
    expect(fields).toBe(
      [
        "dir/file.txt".padEnd(100, "\0"),
        "0000644\0",
        "0000000\0",
        "0000000\0",
        "00000001234\0",
        "00000000000\0",
        "010203\0 ",
        "0".padEnd(101, "\0"),
        "ustar\x0000",
      ].join(""),
    );
  });

  it("has the mode of a program where the file is one", () => {
    const [bytes] = header("a", { executable: true }) as [Uint8Array];
    expect(ascii(bytes.subarray(100, 108))).toBe("0000755\0");
  });

  it("holds a path of 100 characters, and marks every file as a file", () => {
    const [bytes, ...more] = header("n".repeat(100)) as [Uint8Array];
    expect(more).toEqual([]);
    expect(decodeHeader(bytes).path).toBe("n".repeat(100));
    for (const path of ["a", "é"]) expect(header(path).at(-1)?.[156]).toBe(0x30);
  });

  it("splits a path of more than 100 characters at a slash, so that both parts fit", () => {
    const [prefix, name] = ["p".repeat(155), "n".repeat(100)];
    const [bytes, ...more] = header(`${prefix}/${name}`) as [Uint8Array];
    expect(more).toEqual([]);
    expect(ascii(bytes.subarray(0, 100))).toBe(name);
    expect(ascii(bytes.subarray(345, 500))).toBe(prefix);
  });

  it.each<[string, string]>([
    ["a name of 101 characters", `a/${"n".repeat(101)}`],
    ["a folder of 156 characters", `${"p".repeat(156)}/${"n".repeat(99)}`],
    ["no slash to split at", "n".repeat(101)],
    ["a character that is not ASCII", "é.txt"],
  ])("is preceded by a pax header where the path has %s", (_, path) => {
    const [pax, body, file, ...more] = header(path, { size: 7 }) as [Uint8Array, Uint8Array, Uint8Array];
    expect(more).toEqual([]);
    const stated = decodeHeader(pax);
    expect(stated).toMatchObject({ type: "pax", path: "pax", executable: false });
    expect(ascii(pax.subarray(100, 108))).toBe("0000644\0");
    expect(body).toHaveLength(BLOCK);
    expect(body.subarray(stated.size).every((byte) => byte === 0)).toBe(true);
    expect(paxPath(body.subarray(0, stated.size))).toBe(path);
    expect(decodeHeader(file)).toEqual({ type: "file", path: "long", size: 7, executable: false });
  });

  it("is read as it was written, whatever the path, the size and the mode", () => {
    const path = fc.stringMatching(/^[ -~]{1,100}$/);
    const size = fc.integer({ min: 0, max: 2 ** 40 });
    fc.assert(
      fc.property(path, size, fc.boolean(), (path, size, executable) => {
        const [bytes] = encodeHeader({ path, size, executable }) as [Uint8Array];
        expect(decodeHeader(bytes)).toEqual({ type: "file", path, size, executable });
      }),
    );
  });

  it.each<[number, number[]]>([
    [2 ** 33 - 1, [0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0]],
    [2 ** 33, [0x80, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0]],
  ])("states a size of %d bytes as other programs do", (size, field) => {
    const [bytes] = header("a", { size }) as [Uint8Array];
    expect([...bytes.subarray(124, 136)]).toEqual(field);
    expect(decodeHeader(bytes).size).toBe(size);
  });
});

describe("a header that is read", () => {
  it("of nothing but zeros is the end", () => {
    expect(decodeHeader(new Uint8Array(BLOCK))).toEqual({
      type: "end",
      path: "",
      size: 0,
      executable: false,
    });
  });

  it.each<[string, string, string]>([
    ["0", "a file", "file"],
    ["\0", "a file of the old format", "file"],
    ["5", "a folder", "folder"],
    ["x", "a pax header", "pax"],
  ])("with the type %j is %s", (flag, _, type) => {
    expect(decodeHeader(changed(156, flag)).type).toBe(type);
  });

  it.each(["1", "2", "3", "6", "g", "L", "7"])("with the type %j is refused", (flag) => {
    expect(() => decodeHeader(changed(156, flag))).toThrow(
      new TypeError(`'a' is neither a file nor a folder (type '${flag}')`),
    );
  });

  it("has the prefix only in the ustar format", () => {
    expect(decodeHeader(changed(345, "folder")).path).toBe("folder/a");
    const old = changed(257, new Uint8Array(8));
    expect(decodeHeader(old).path).toBe("a");
    old.set(utf8("folder"), 345);
    const sum = old.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
    old.set(utf8(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    expect(decodeHeader(old).path).toBe("a");
  });

  it("ends its name at the first zero byte", () => {
    expect(decodeHeader(changed(0, "ab\0cd")).path).toBe("ab");
    expect(decodeHeader(changed(0, "n".repeat(100))).path).toBe("n".repeat(100));
  });

  it("may have spaces around a number, or no digit, which is 0", () => {
    expect(decodeHeader(changed(124, "       17 \0 ")).size).toBe(0o17);
    expect(decodeHeader(changed(124, new Uint8Array(12))).size).toBe(0);
  });

  it("is a program's where its owner may run it", () => {
    expect(decodeHeader(changed(100, "0000100\0")).executable).toBe(true);
    expect(decodeHeader(changed(100, "0000677\0")).executable).toBe(false);
  });

  it.each<[string, Uint8Array, string]>([
    ["a byte more than its checksum says", header("a")[0]?.with(3, 1) as Uint8Array, "has a wrong checksum"],
    ["a checksum that is not a number", header("a")[0]?.with(148, 0x78) as Uint8Array, "is not octal"],
    ["a size that is not octal", changed(124, "00000000008\0"), "is not octal"],
    ["a sign before its size", changed(124, "-0000000001\0"), "is not octal"],
    ["letters behind its mode", changed(100, "0000644x"), "is not octal"],
    [
      "a binary size that no number holds",
      changed(124, new Uint8Array(12).fill(255).with(0, 0x80)),
      "too large",
    ],
  ])("with %s is refused", (_, bytes, why) => {
    expect(() => decodeHeader(bytes)).toThrow(TypeError);
    expect(() => decodeHeader(bytes)).toThrow(why);
  });

  it("with a name that is not UTF-8 is refused", () => {
    expect(() => decodeHeader(changed(0, new Uint8Array([0xff, 0xfe])))).toThrow("not valid");
  });
});

describe("the body of a pax header", () => {
  it.each<[string, string, string | undefined]>([
    ["a path", "11 path=é\n", "é"],
    ["a path with an equals sign", "13 path=a=b=\n", "a=b="],
    ["a time before the path", "17 mtime=12345.6\n11 path=ab\n", "ab"],
    ["two paths, of which the last counts", "11 path=ab\n11 path=cd\n", "cd"],
    ["a time alone", "11 mtime=1\n", undefined],
    ["nothing", "", undefined],
  ])("has %s", (_, body, path) => {
    expect(paxPath(utf8(body))).toBe(path);
  });

  it.each<[string, string]>([
    ["without a space", "10path=ab\n"],
    ["with a length that is not a number", "xx path=ab\n"],
    ["with a length that is not whole", "9.5 path=a\n"],
    ["with a length of nothing", "0 path=ab\n"],
    ["with a length that ends in itself", "2 path=ab\n"],
    ["with a length beyond its end", "12 path=ab\n"],
    ["that does not end its record with a line feed", "11 path=abc"],
  ])("%s is malformed", (_, body) => {
    expect(() => paxPath(utf8(body))).toThrow(new TypeError("a pax header is malformed"));
  });

  it.each(["linkpath", "size", "GNU.sparse.name", "Path"])("with the record '%s' is refused", (key) => {
    const length = key.length + 6;
    expect(() => paxPath(utf8(`${length < 10 ? length - 1 : length} ${key}=1\n`))).toThrow(
      new TypeError(`a pax header has the unsupported record '${key}'`),
    );
  });

  it("that is not UTF-8 is refused", () => {
    const body = utf8("10 path=x\n").with(8, 0xff);
    expect(() => paxPath(body)).toThrow("not valid");
  });
});

describe("the padding of a body", () => {
  it.each([
    [0, 0],
    [1, 511],
    [511, 1],
    [512, 0],
    [513, 511],
  ])("of %d bytes is %d bytes", (size, zeros) => {
    expect(padding(size)).toBe(zeros);
  });
});
