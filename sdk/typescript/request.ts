import { OPERATIONS, type Operations } from "./api.ts";
import { ApiError } from "./errors.ts";

export type OperationName = keyof Operations;

/** A request for an operation, without what depends on the caller: address, session, time limit. */
export interface OperationRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How an operation is sent: the names of its input in the query and in headers. */
interface Row {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly headers?: readonly string[];
}

const METHODS_WITH_A_BODY = ["POST", "PUT", "PATCH"];

/**
 * The request of an operation. Values of its input go into the path, the query, the headers, or else the body; undefined
 * ones are left out. What changes something carries the idempotency key, so that a repetition has no second effect.
 * Throws an ApiError for a value that cannot be in a path.
 */
export function requestOf<Name extends OperationName>(
  name: Name,
  input: Operations[Name]["input"],
  idempotencyKey: () => string,
): OperationRequest {
  const { method, path, query, headers: sent = [] }: Row = OPERATIONS[name];
  const values = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const take = (field: string) => {
    const value = values.get(field);
    values.delete(field);
    return value;
  };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, field) => segment(field, take(field)));
  const searched = query.flatMap((field) => pairs(field, take(field)));
  const search = searched.length > 0 ? `?${new URLSearchParams(searched)}` : "";
  const headers = {
    ...Object.fromEntries(sent.flatMap((field) => pairs(field, take(field)))),
    ...(method === "GET" ? {} : { "idempotency-key": idempotencyKey() }),
  };
  if (!METHODS_WITH_A_BODY.includes(method)) return { method, path: filled + search, headers };
  return {
    method,
    path: filled + search,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(Object.fromEntries(values)),
  };
}

/** Values with which a path would be that of another operation: `fetch` removes dots. */
const NO_SEGMENT = [undefined, "", ".", ".."];

function segment(field: string, value: unknown): string {
  if (!NO_SEGMENT.some((each) => each === value)) return encodeURIComponent(String(value).toWellFormed());
  const detail = value === undefined ? `${field} is required.` : `${field} must not be '${value}'.`;
  throw new ApiError(400, { code: "InvalidInput", detail, field });
}

function pairs(field: string, value: unknown): [string, string][] {
  return value === undefined ? [] : [[field, String(value)]];
}
