import { crc32 } from "node:zlib";
import type { KeyCondition, KeyPair } from "#local-cloud/dynamodb/expressions/key-condition.ts";
import type { AttributeValue, Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { member } from "#local-cloud/dynamodb/values/members.ts";
import { digitsOf, magnitude, parseDecimal } from "#local-cloud/dynamodb/values/number.ts";

/** From the first key included to the last key excluded. */
export interface KeyRange {
  readonly from: Buffer;
  readonly until: Buffer;
}

const HASH_BYTES = 4;

/**
 * Encodes a key as bytes that sort as in DynamoDB: 4 bytes of hash distribute the partitions, then follow the
 * partition key and the sort key, each with a terminator that sorts before every continuation. Returns
 * undefined if the item lacks a key attribute or has one of another type.
 */
export function encodeKey(item: Item, { hash, range }: KeyPair): Buffer | undefined {
  const hashValue = member(item, hash.name);
  const rangeValue = range && member(item, range.name);
  if (hashValue?.[hash.type] === undefined || (range && rangeValue?.[range.type] === undefined))
    return undefined;
  return Buffer.concat([partition(hashValue), ...(rangeValue ? [encode(rangeValue)] : [])]);
}

/** Returns the range of a key condition. */
export function rangeOf({ hash, range }: KeyCondition): KeyRange {
  const start = partition(hash);
  const whole = { from: start, until: after(start) };
  if (!range) return whole;
  const [low, high] = range.values.map((value) => Buffer.concat([start, encode(value)])) as [Buffer, Buffer];
  switch (range.operator) {
    case "=":
      return { from: low, until: after(low) };
    case "<":
      return { from: start, until: low };
    case "<=":
      return { from: start, until: after(low) };
    case ">":
      return { from: after(low), until: whole.until };
    case ">=":
      return { from: low, until: whole.until };
    case "BETWEEN":
      return { from: low, until: after(high) };
    case "begins_with": {
      const prefix = low.subarray(0, -END.length);
      return { from: prefix, until: after(prefix) };
    }
  }
}

/** One of `total` equal parts of all keys, for a parallel scan. */
export function segmentOf(segment: number, total: number): KeyRange {
  return { from: boundary(segment / total), until: boundary((segment + 1) / total) };
}

/** Returns the first key after all keys that start with these bytes. */
function after(prefix: Buffer): Buffer {
  const end = prefix.findLastIndex((byte) => byte < 0xff);
  const next = Buffer.from(prefix.subarray(0, end + 1));
  next[end] = (next[end] as number) + 1;
  return next;
}

function boundary(share: number): Buffer {
  if (share >= 1) return Buffer.alloc(HASH_BYTES + 1, 0xff);
  const bytes = Buffer.alloc(HASH_BYTES);
  bytes.writeUInt32BE(Math.floor(share * 2 ** 32));
  return bytes;
}

function partition(value: AttributeValue): Buffer {
  const encoded = encode(value);
  const hash = Buffer.alloc(HASH_BYTES);
  hash.writeUInt32BE(crc32(encoded));
  return Buffer.concat([hash, encoded]);
}

const END = Buffer.from([0, 0]);

function encode(value: AttributeValue): Buffer {
  if (value.N !== undefined) return encodeNumber(value.N);
  return escaped(value.B === undefined ? Buffer.from(value.S ?? "") : Buffer.from(value.B, "base64"));
}

/** 0 becomes 0 255, and the terminator is 0 0, so that a value sorts before all its continuations. */
function escaped(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return Buffer.concat([bytes, END]);
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(byte, ...(byte === 0 ? [0xff] : []));
  return Buffer.concat([Buffer.from(escaped), END]);
}

/** Sign, magnitude, digits; all of them inverted for a negative number. */
function encodeNumber(number: string): Buffer {
  const decimal = parseDecimal(number);
  if (decimal.coefficient === 0n) return Buffer.from([2]);
  const digits = [...digitsOf(decimal.coefficient)].map((digit) => Number(digit) + 1);
  const bytes = [magnitude(decimal) + 130, ...digits, 0];
  return decimal.coefficient > 0n
    ? Buffer.from([3, ...bytes])
    : Buffer.from([1, ...bytes.map((byte) => 255 - byte)]);
}
