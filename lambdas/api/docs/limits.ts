import type { FieldSchema } from "./operations.ts";

/** What a value must be, in words: "1 to 8,000 characters", "at least 0", "one of a, b", "matches ^…$". */
export function limitsOf(schema: FieldSchema): string {
  const { pattern, minLength, maxLength, minimum, maximum } = schema;
  return [
    schema.enum ? `one of ${schema.enum.join(", ")}` : "",
    range(minLength, maxLength, " characters"),
    range(minimum, maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum, ""),
    pattern === undefined ? "" : `matches ${pattern}`,
    schema.default === undefined ? "" : `${JSON.stringify(schema.default)} when left out`,
  ]
    .filter(Boolean)
    .join("; ");
}

function range(min: number | undefined, max: number | undefined, unit: string): string {
  const [low, high] = [min, max].map((bound) => bound?.toLocaleString("en-US"));
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`;
  if (low !== undefined) return `at least ${low}${unit}`;
  return high === undefined ? "" : `at most ${high}${unit}`;
}
