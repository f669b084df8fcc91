import { z } from "zod";

/**
 * Text from outside: a request, a model's answer. Half of a surrogate pair has no UTF-8, so it can be neither stored
 * nor hashed; it is refused where the text arrives.
 */
export function text(): z.ZodString {
  return z
    .string()
    .refine((value) => value.isWellFormed(), "must be well-formed Unicode, without half of a surrogate pair");
}
