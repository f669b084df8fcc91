import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";

/** An unvalidated request. */
export type Input = Record<string, unknown>;

const NAME =
  "Invalid table/index name. Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'";

export const tableName = z.string().regex(/^[A-Za-z0-9_.-]{3,255}$/, NAME);
/** Attributes by name; `parseItem` reads their values. */
export const attributes = z.custom<Record<string, unknown>>(isObject, "must be a structure");
export const expression = z.string().optional();
export const capacity = z.enum(["INDEXES", "TOTAL", "NONE"]).optional();
export const onConditionFailure = z.enum(["ALL_OLD", "NONE"]).optional();
export const names = z.custom<Record<string, string>>(isTextMap, "must be a map of strings").optional();
export const values = attributes.optional();

/** Parses a request by its schema. Throws for unknown members, and for everything that DynamoDB refuses. */
export function validated<T>(schema: z.ZodType<T>, input: Input): T {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  throw issue ? refusalOf(issue) : invalid("The request is not valid");
}

export function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}

function refusalOf(issue: z.core.$ZodIssue): ServiceError {
  const path = pathText(issue.path);
  if (issue.code === "unrecognized_keys")
    return invalid(`The member ${[path, issue.keys[0]].filter(Boolean).join(".")} is not supported`);
  if (issue.input === undefined) return constraint("null", path, "Member must not be null");
  if (issue.code === "invalid_type" || (issue.code === "custom" && issue.message.startsWith("must be")))
    return new ServiceError("SerializationException", `${path}: ${issue.message}`);
  if (issue.code === "invalid_value")
    return constraint(issue.input, path, `Member must satisfy enum value set: [${issue.values.join(", ")}]`);
  if (issue.code === "too_small")
    return constraint(issue.input, path, bound(issue, "greater", issue.minimum));
  if (issue.code === "too_big") return constraint(issue.input, path, bound(issue, "less", issue.maximum));
  return invalid(issue.message);
}

function bound({ origin }: { origin: string }, side: "greater" | "less", limit: number | bigint): string {
  const what = origin === "array" || origin === "string" ? "length" : "value";
  return `Member must have ${what} ${side} than or equal to ${limit}`;
}

function constraint(value: unknown, path: string, rule: string): ServiceError {
  const shown = value === "null" ? "null" : `'${typeof value === "string" ? value : JSON.stringify(value)}'`;
  const at = path.charAt(0).toLowerCase() + path.slice(1);
  return invalid(
    `1 validation error detected: Value ${shown} at '${at}' failed to satisfy constraint: ${rule}`,
  );
}

/** `TransactItems[0].Put.Item` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextMap(value: unknown): boolean {
  return isObject(value) && Object.values(value as object).every((one) => typeof one === "string");
}
