import type { z } from "zod";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];
type Issue<C extends RawIssue["code"]> = Extract<RawIssue, { readonly code: C }>;

/**
 * Describes what is wrong with a value, as a phrase that follows the field's name: "must be text". An error map for
 * zod: a message in the schema takes precedence, and zod's own messages are never shown.
 */
export function describeIssue(issue: RawIssue): string {
  const words = WORDS[issue.code] as (issue: RawIssue) => string;
  return words(issue);
}

const WORDS: { readonly [C in RawIssue["code"]]: (issue: Issue<C>) => string } = {
  invalid_type: ({ input, expected }) =>
    input === undefined ? "is required" : `must be ${TYPES[expected] ?? "another kind of value"}`,
  invalid_value: ({ input, values }) =>
    `${input === undefined ? "is required and " : ""}must be ${oneOf(values.map(shown))}`,
  too_small: ({ origin, minimum, inclusive, exact }) => bound(origin, minimum, inclusive, exact, "at least"),
  too_big: ({ origin, maximum, inclusive, exact }) => bound(origin, maximum, inclusive, exact, "at most"),
  invalid_format: ({ format, pattern }) =>
    FORMATS[format] ?? (pattern ? `must have the form ${pattern}` : "does not have the right form"),
  not_multiple_of: ({ divisor }) => `must be a multiple of ${divisor}`,
  unrecognized_keys: () => "has unknown fields",
  invalid_union: ({ errors }) => unionOf(errors),
  invalid_key: () => "has a member name that is not allowed",
  invalid_element: () => "has an entry that is not allowed",
  custom: () => "is not valid",
};

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  bigint: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  map: "an object",
  array: "a list",
  tuple: "a list",
  set: "a list",
  null: "null",
  undefined: "left out",
  never: "left out",
  date: "a date",
};

const FORMATS: Readonly<Record<string, string>> = {
  email: "must be an email address",
  url: "must be a URL",
  uuid: "must be a UUID",
  datetime: "must be a time such as 2026-11-21T09:30:00Z",
  date: "must be a date such as 2026-11-21",
  time: "must be a time of day such as 09:30:00",
  base64: "must be base64",
  base64url: "must be base64url",
  json_string: "must be JSON",
  ipv4: "must be an IPv4 address",
  ipv6: "must be an IPv6 address",
};

const UNITS: Readonly<Record<string, string>> = {
  string: "character",
  array: "entry",
  set: "entry",
  object: "field",
  record: "field",
  file: "byte",
};

function bound(
  origin: string,
  limit: number | bigint,
  inclusive: boolean | undefined,
  exact: boolean | undefined,
  side: "at least" | "at most",
): string {
  const unit = UNITS[origin];
  const number = limit.toLocaleString("en-US");
  if (unit === undefined)
    return inclusive === false
      ? `must be ${side === "at least" ? "more" : "less"} than ${number}`
      : `must be ${side} ${number}`;
  if (side === "at least" && Number(limit) === 1 && !exact) return "must not be empty";
  const units = Number(limit) === 1 ? unit : unit.replace(/y$/, "ie").concat("s");
  return `must have ${exact ? "exactly" : side} ${number} ${units}`;
}

/** Combines the messages of all alternatives of a union, where they concern the value itself. */
function unionOf(errors: readonly (readonly z.core.$ZodIssue[])[]): string {
  const own = errors.map(([issue]) => (issue?.path.length === 0 ? issue.message : ""));
  const needed = own.filter((words) => words.startsWith("must be ")).map((words) => words.slice(8));
  return needed.length > 0
    ? `must be ${oneOf([...new Set(needed)])}`
    : "does not match any of the allowed forms";
}

function oneOf(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "something else";
  const start = words.length > 2 ? "one of " : "";
  return `${start}${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function shown(value: z.core.util.Primitive): string {
  return typeof value === "string" ? value : String(value);
}
