/**
 * The subset of tar that Gantry reads and writes: regular files in the ustar format, with a pax header for names that
 * do not fit (POSIX.1-2017, pax). The output is deterministic: mtime, uid and gid are 0. Links, devices and all other
 * types are refused, not skipped.
 */

export const BLOCK = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
const SIZE_AT = 124;
const SIZE_BYTES = 12;
/** Marks a binary number. GNU tar uses it for numbers that are too large for octal, such as sizes from 8 GiB on. */
const BINARY = 0x80;
const SPACE = 0x20;
/** Ends a record of a pax header. */
const LINE_FEED = 0x0a;

export interface TarHeader {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
}

/** The header blocks of one file. */
export function encodeHeader({ path, size, executable }: TarHeader): Uint8Array[] {
  const split = splitName(path);
  const mode = executable ? 0o755 : 0o644;
  if (split) return [block({ ...split, size, mode, type: "0" })];
  const record = paxRecord("path", path);
  return [
    block({ name: "pax", prefix: "", size: record.length, mode: 0o644, type: "x" }),
    padded(record),
    block({ name: "long", prefix: "", size, mode, type: "0" }),
  ];
}

/** The zero bytes that follow a body of this size. */
export function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

export interface RawHeader extends TarHeader {
  readonly type: "file" | "folder" | "pax" | "end";
}

/**
 * Reads a 512-byte header block. Throws TypeError for a wrong checksum and for types other than file, folder and pax.
 */
export function decodeHeader(bytes: Uint8Array): RawHeader {
  if (bytes.every((byte) => byte === 0)) return { type: "end", path: "", size: 0, executable: false };
  if (octal(bytes, 148, 8) !== checksum(bytes)) throw new TypeError("a tar header has a wrong checksum");
  const name = text(bytes, 0, NAME_BYTES);
  const prefix = text(bytes, 257, 5) === "ustar" ? text(bytes, 345, PREFIX_BYTES) : "";
  const path = prefix === "" ? name : `${prefix}/${name}`;
  const executable = (octal(bytes, 100, 8) & 0o100) !== 0;
  return { type: typeOf(bytes[156] ?? 0, path), path, size: sizeOf(bytes), executable };
}

/** The `path` record of a pax header's body; undefined when there is none. Throws TypeError for a malformed body. */
export function paxPath(body: Uint8Array): string | undefined {
  let at = 0;
  let path: string | undefined;
  while (at < body.length) {
    const space = body.indexOf(SPACE, at);
    const length = Number(new TextDecoder().decode(body.subarray(at, space)));
    if (space < 0 || !Number.isInteger(length) || body[at + length - 1] !== LINE_FEED)
      throw new TypeError("a pax header is malformed");
    const record = new TextDecoder("utf-8", { fatal: true }).decode(
      body.subarray(space + 1, at + length - 1),
    );
    const [key, ...value] = record.split("=");
    if (key === "path") path = value.join("=");
    else if (key !== "mtime") throw new TypeError(`a pax header has the unsupported record '${key}'`);
    at += length;
  }
  return path;
}

function typeOf(flag: number, path: string): RawHeader["type"] {
  const char = String.fromCharCode(flag);
  if (char === "0" || flag === 0) return "file";
  if (char === "5") return "folder";
  if (char === "x") return "pax";
  throw new TypeError(`'${path}' is neither a file nor a folder (type '${char}')`);
}

interface BlockFields {
  readonly name: string;
  readonly prefix: string;
  readonly size: number;
  readonly mode: number;
  readonly type: "0" | "x";
}

function block({ name, prefix, size, mode, type }: BlockFields): Uint8Array {
  const bytes = new Uint8Array(BLOCK);
  const put = (at: number, value: string) => bytes.set(new TextEncoder().encode(value), at);
  const number = (value: number, width: number) => `${value.toString(8).padStart(width - 1, "0")}\0`;
  const isLarge = size >= 8 ** (SIZE_BYTES - 1);
  put(0, name);
  put(100, number(mode, 8));
  put(108, number(0, 8));
  put(116, number(0, 8));
  if (isLarge) bytes.set(binary(size), SIZE_AT);
  else put(SIZE_AT, number(size, SIZE_BYTES));
  put(136, number(0, 12));
  put(148, "        ");
  put(156, type);
  put(257, "ustar\x0000");
  put(345, prefix);
  put(148, `${checksum(bytes).toString(8).padStart(6, "0")}\0 `);
  return bytes;
}

/** Name and prefix of the ustar format, or undefined when the path does not fit or is not ASCII. */
function splitName(path: string): { name: string; prefix: string } | undefined {
  if (!/^[\x20-\x7e]*$/.test(path)) return undefined;
  if (path.length <= NAME_BYTES) return { name: path, prefix: "" };
  for (let cut = path.indexOf("/"); cut > 0; cut = path.indexOf("/", cut + 1)) {
    if (cut <= PREFIX_BYTES && path.length - cut - 1 <= NAME_BYTES)
      return { prefix: path.slice(0, cut), name: path.slice(cut + 1) };
  }
  return undefined;
}

/** `<length> key=value\n`, where the length includes itself. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = new TextEncoder().encode(` ${key}=${value}\n`);
  let length = rest.length;
  while (`${length}`.length + rest.length !== length) length = `${length}`.length + rest.length;
  return new TextEncoder().encode(`${length} ${key}=${value}\n`);
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + padding(bytes.length));
  whole.set(bytes);
  return whole;
}

/** The sum of all header bytes, with the checksum field counted as spaces. */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : (bytes[i] ?? 0);
  return sum;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder("utf-8", { fatal: true }).decode(end < 0 ? field : field.subarray(0, end));
}

function binary(size: number): Uint8Array {
  const bytes = new Uint8Array(SIZE_BYTES);
  new DataView(bytes.buffer).setBigUint64(SIZE_BYTES - 8, BigInt(size));
  bytes[0] = BINARY;
  return bytes;
}

function sizeOf(header: Uint8Array): number {
  if (header[SIZE_AT] !== BINARY) return octal(header, SIZE_AT, SIZE_BYTES);
  const digits = header.subarray(SIZE_AT + 1, SIZE_AT + SIZE_BYTES);
  const size = digits.reduce((sum, byte) => sum * 256 + byte, 0);
  if (!Number.isSafeInteger(size)) throw new TypeError("a tar header has a size that is too large");
  return size;
}

function octal(bytes: Uint8Array, at: number, length: number): number {
  const digits = text(bytes, at, length).trim();
  if (!/^[0-7]*$/.test(digits)) throw new TypeError("a tar header has a number that is not octal");
  return Number.parseInt(digits || "0", 8);
}
