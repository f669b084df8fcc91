import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";

/** A name to read: also an ARN, also with `:version` behind it. */
export const reference = z.string().min(1).max(2048);
export const names = z.array(reference).min(1).max(10);
export const nextToken = z.string().min(1).optional();

/** One page of a list; the token is where the next one starts. */
export function page<T>(all: readonly T[], size: number, token: string | undefined) {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isSafeInteger(start) || start < 0 || start > all.length)
    throw new ServiceError("InvalidNextToken", "The specified token is not valid.");
  const end = start + size;
  return { entries: all.slice(start, end), ...(end < all.length && { NextToken: String(end) }) };
}
