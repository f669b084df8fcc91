import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";

/** Schemas of members that several operations share. */
export const keyId = z.string().min(1).max(2048);
export const limit = z.int().min(1).max(1000).default(100);
export const marker = z.string().min(1).max(1024).optional();
export const context = z.record(z.string(), z.string()).default({});

/** Base64 of `min` to `max` bytes. */
export function bytes(min: number, max: number) {
  return z
    .base64()
    .transform((text) => Buffer.from(text, "base64"))
    .refine(({ length }) => length >= min && length <= max, `must be ${min} to ${max} bytes long`);
}

/** Returns one page of a list, sorted by name; the marker is the last name of the previous page. */
export function page<T>(all: T[], nameOf: (one: T) => string, size: number, after = "") {
  if (after && !all.some((one) => nameOf(one) === after))
    throw new ServiceError("InvalidMarkerException", "The marker is not valid");
  const left = all.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).filter((one) => nameOf(one) > after);
  const entries = left.slice(0, size);
  const last = entries.at(-1);
  const truncated = left.length > entries.length && last !== undefined;
  return { entries, rest: truncated ? { Truncated: true, NextMarker: nameOf(last) } : { Truncated: false } };
}
