import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";

/** A name or ARN to read, optionally with `:version`. */
export const reference = z.string().min(1).max(2048);
export const names = z.array(reference).min(1).max(10);
export const nextToken = z.string().min(1).optional();

/** Returns one page of a list; the token is the start of the next page. */
export function page<T>(all: readonly T[], size: number, token: string | undefined) {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isSafeInteger(start) || start < 0 || start > all.length)
    throw new ServiceError("InvalidNextToken", "The specified token is not valid.");
  const end = start + size;
  return { entries: all.slice(start, end), ...(end < all.length && { NextToken: String(end) }) };
}
