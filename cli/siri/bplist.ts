/** A value of a property list, as far as Shortcuts uses them. */
export type PlistValue =
  | string
  | number
  | boolean
  | readonly PlistValue[]
  | { readonly [name: string]: PlistValue };

/** The types of objects, in the upper half of the first byte. */
const KINDS = { integer: 0x10, ascii: 0x50, utf16: 0x60, array: 0xa0, dictionary: 0xd0 } as const;
/** A size in the lower half of the first byte that is not the size itself, which then follows as an integer. */
const LONG = 0x0f;

/**
 * Writes a property list in Apple's binary format, version 00 (CFBinaryPList.c): a header, the objects, a table of their
 * offsets, and a trailer. References and offsets have four bytes each; numbers are integers from 0 to 2^31 - 1.
 */
export function writeBplist(root: PlistValue): Buffer {
  const objects: Buffer[] = [];
  add(root, { objects, texts: new Map() });
  const header = Buffer.from("bplist00", "latin1");
  const offsets = Buffer.alloc(4 * objects.length);
  let at = header.length;
  for (const [index, object] of objects.entries()) {
    offsets.writeUInt32BE(at, 4 * index);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(4, 6); // Bytes of an offset.
  trailer.writeUInt8(4, 7); // Bytes of a reference.
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(0n, 16); // The root is the first object.
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([header, ...objects, offsets, trailer]);
}

/** What has been written so far; a text is written once. */
interface Written {
  readonly objects: Buffer[];
  readonly texts: Map<string, number>;
}

/** Adds a value with all that it contains, and returns its number. */
function add(value: PlistValue, written: Written): number {
  const { objects, texts } = written;
  const known = typeof value === "string" ? texts.get(value) : undefined;
  if (known !== undefined) return known;
  const index = objects.push(Buffer.alloc(0)) - 1;
  if (typeof value === "string") texts.set(value, index);
  objects[index] = encode(value, written);
  return index;
}

function encode(value: PlistValue, written: Written): Buffer {
  if (typeof value === "boolean") return Buffer.of(value ? 0x09 : 0x08);
  if (typeof value === "number") return integer(value);
  if (typeof value === "string") return text(value);
  const refer = (each: PlistValue) => uint32(add(each, written));
  if (Array.isArray(value))
    return Buffer.concat([marker(KINDS.array, value.length), ...value.map((each) => refer(each))]);
  const pairs = Object.entries(value as Readonly<Record<string, PlistValue>>);
  const names = pairs.map(([name]) => refer(name));
  const values = pairs.map(([, each]) => refer(each));
  return Buffer.concat([marker(KINDS.dictionary, pairs.length), ...names, ...values]);
}

function text(value: string): Buffer {
  if (/^[\0-\x7f]*$/.test(value))
    return Buffer.concat([marker(KINDS.ascii, value.length), Buffer.from(value, "latin1")]);
  return Buffer.concat([marker(KINDS.utf16, value.length), Buffer.from(value, "utf16le").swap16()]);
}

/** The first byte of an object: its type and size. */
function marker(kind: number, size: number): Buffer {
  return size < LONG ? Buffer.of(kind | size) : Buffer.concat([Buffer.of(kind | LONG), integer(size)]);
}

/** An integer of four bytes. */
const integer = (value: number): Buffer => Buffer.concat([Buffer.of(KINDS.integer | 2), uint32(value)]);

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
