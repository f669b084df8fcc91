import { z } from "zod";

/**
 * Text from outside that can be sent back: a request, a model's answer. Half of a surrogate pair has no UTF-8, so it can be neither stored
 * nor hashed; it is refused where the text arrives.
 */
export function text(): z.ZodString {
  return z
    .string()
    .refine((value) => value.isWellFormed(), "must be well-formed Unicode, without half of a surrogate pair");
}

/**
 * Text that a program or a service reports: a builder's record, a page, GitHub, Vercel. It cannot be sent again, so
 * what no UTF-8 can hold becomes U+FFFD.
 */
export function reportedText(): z.ZodString {
  return z.string().overwrite((value) => value.toWellFormed());
}

/** JSON with every text in it, keys included, as {@link reportedText}. */
export function wellFormed<T>(value: T): T;
export function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map((item) => wellFormed(item));
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
  );
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
