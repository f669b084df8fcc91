import canonicalize from "canonicalize";
import { sha256Hex } from "#core/kernel/hash.ts";

const MAX_DEPTH = 64;

/**
 * Canonical JSON (RFC 8785). Stricter than the library: throws TypeError, naming the path, for `undefined`, functions,
 * unsafe integers, non-finite numbers, lone surrogates, `toJSON` and more than 64 levels, which would otherwise be
 * changed silently before hashing.
 */
export function canonicalJson(value: unknown): string {
  assertPlain(value, "$", 0);
  return canonicalize(value) as string;
}

/** SHA-256 of the canonical JSON, in hex. */
export function canonicalHash(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

function assertPlain(value: unknown, path: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new TypeError(`${path} is nested deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new TypeError(`${path} is not well-formed Unicode`);
    return;
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is not a finite number`);
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      throw new TypeError(`${path} is not a safe integer`);
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertPlain(item, `${path}[${index}]`, depth + 1);
    return;
  }
  if (typeof value !== "object" || !isPlain(value)) throw new TypeError(`${path} is not plain JSON`);
  for (const [key, item] of Object.entries(value)) {
    if (!key.isWellFormed()) throw new TypeError(`a key of ${path} is not well-formed Unicode`);
    assertPlain(item, `${path}.${key}`, depth + 1);
  }
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !("toJSON" in value);
}
