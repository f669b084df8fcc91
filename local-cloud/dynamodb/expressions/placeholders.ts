import type { AttributeValue } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { parseValue } from "#local-cloud/dynamodb/values/parse.ts";
import { ServiceError } from "#local-cloud/http.ts";
import type { Path } from "./path.ts";

/** The placeholders `#name` and `:value` of one request, and which of them were used. */
export interface Placeholders {
  name(placeholder: string): string | undefined;
  value(placeholder: string): AttributeValue | undefined;
  /** The document paths in the request's expressions. */
  readonly paths: Path[];
  /** Throws for unused placeholders. Must be called after all expressions of the request were parsed. */
  refuseUnused(): void;
}

interface Input {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>> | undefined;
}

/** `expressions`: the request's expressions by the name of their member, undefined if not given. */
export function readPlaceholders(
  input: Input,
  expressions: Readonly<Record<string, string | undefined>>,
  { values: allowsValues = true } = {},
): Placeholders {
  const given = Object.values(expressions).some((expression) => expression !== undefined);
  const names = namesOf(input.ExpressionAttributeNames, given);
  const values = allowsValues
    ? valuesOf(input.ExpressionAttributeValues, given, Object.keys(expressions))
    : new Map<string, AttributeValue>();
  const unused = { names: new Set(names.keys()), values: new Set(values.keys()) };
  return {
    paths: [],
    name(placeholder) {
      unused.names.delete(placeholder);
      return names.get(placeholder);
    },
    value(placeholder) {
      unused.values.delete(placeholder);
      return values.get(placeholder);
    },
    refuseUnused() {
      refuseKeys("ExpressionAttributeNames", unused.names);
      refuseKeys("ExpressionAttributeValues", unused.values);
    },
  };
}

function namesOf(given: Input["ExpressionAttributeNames"], hasExpression: boolean): Map<string, string> {
  if (!given) return new Map();
  if (!hasExpression) throw invalid("ExpressionAttributeNames can only be specified when using expressions");
  const names = Object.entries(given);
  if (!names.length) throw invalid("ExpressionAttributeNames must not be empty");
  for (const [key, name] of names) {
    if (!/^#[A-Za-z0-9_]+$/.test(key))
      throw invalid(`ExpressionAttributeNames contains invalid key: Syntax error; key: "${key}"`);
    if (!name)
      throw invalid(`ExpressionAttributeNames contains invalid value: Empty attribute name for key ${key}`);
  }
  return new Map(names);
}

function valuesOf(
  given: Input["ExpressionAttributeValues"],
  hasExpression: boolean,
  members: readonly string[],
): Map<string, AttributeValue> {
  if (!given) return new Map();
  if (!hasExpression)
    throw invalid(
      `ExpressionAttributeValues can only be specified when using expressions: ${members.join(" and ")} ${members.length > 1 ? "are" : "is"} null`,
    );
  const values = Object.entries(given);
  if (!values.length) throw invalid("ExpressionAttributeValues must not be empty");
  return new Map(values.map(([key, value]) => [key, readValue(key, value)]));
}

function readValue(key: string, value: unknown): AttributeValue {
  if (!/^:[A-Za-z0-9_]+$/.test(key))
    throw invalid(`ExpressionAttributeValues contains invalid key: Syntax error; key: "${key}"`);
  try {
    return parseValue(value);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "ValidationException") throw error;
    throw invalid(`ExpressionAttributeValues contains invalid value: ${error.message} for key ${key}`);
  }
}

function refuseKeys(member: string, unused: ReadonlySet<string>): void {
  if (unused.size)
    throw invalid(`Value provided in ${member} unused in expressions: keys: {${[...unused].join(", ")}}`);
}

function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}
