import { z } from "zod";

/**
 * Schema of external text whose sender can correct it, such as a request or a model's response. A lone surrogate has no
 * UTF-8 encoding, so it can be neither stored nor hashed and is refused.
 */
export function text(): z.ZodString {
  return z
    .string()
    .refine((value) => value.isWellFormed(), "must be well-formed Unicode without lone surrogates");
}

/**
 * Schema of text that a program or service reports: a builder's record, a web page, GitHub, Vercel. Its sender cannot
 * correct it, so lone surrogates become U+FFFD.
 */
export function reportedText(): z.ZodString {
  return z.string().overwrite((value) => value.toWellFormed());
}

/** The text, cut to so many UTF-16 code units with an ellipsis at its end if it is longer. */
export const truncated = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;

/** The text on one line, with single spaces. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Converts all strings of a JSON value, including keys, like {@link reportedText}. */
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
