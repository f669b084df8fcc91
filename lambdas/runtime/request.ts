import type { z } from "zod";
import { authorise } from "#core/auth/authorise.ts";
import type { Caller } from "#core/caller.ts";
import { GantryError } from "#core/errors.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";
import type { ApiFactory, Route, RouteContext } from "#lambdas/runtime/route.ts";

const MAX_FAULTS = 20;
const MAX_NAME = 80;
/** Who asks without a session: a person of no tenant. */
const NOBODY: Caller = { tenant: "", user: "anybody", role: "none" };
const UNKNOWN = "is not a field of this request";

/**
 * What the route declares of a request, and who asks. Throws Unauthenticated and Forbidden before anything is
 * read, InvalidInput with every fault, UnsupportedMedia.
 */
export function readRequest(
  row: Route,
  event: APIGatewayProxyEvent,
  factory: (caller: Caller) => ApiFactory,
): RouteContext<Record<string, string>, Record<string, unknown>, Record<string, unknown>> {
  const caller = callerOf(row, event);
  return {
    factory: factory(caller),
    caller,
    path: parsePart(row.params, event.pathParameters ?? {}) as Record<string, string>,
    query: parsePart(row.query, event.queryStringParameters ?? {}),
    body: row.body ? parsePart(row.body, jsonBody(event)) : {},
    event,
  };
}

function callerOf(row: Route, event: APIGatewayProxyEvent): Caller {
  const { tenant, user, role } = (event.requestContext.authorizer ?? {}) as Partial<Record<string, string>>;
  const caller = tenant && user && role ? { tenant, user, role } : undefined;
  authorise(caller, row.right);
  return caller ?? NOBODY;
}

function parsePart(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(faultsOf).slice(0, MAX_FAULTS);
  const [first = { field: "", message: "is not valid" }] = errors;
  throw new GantryError("InvalidInput", sentence(first), { field: first.field, detail: { errors } });
}

interface Fault {
  readonly field: string;
  readonly message: string;
}

/** An issue as what is wrong with which field; of keys that nobody knows, each is one. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const name = (...path: readonly PropertyKey[]) => [...issue.path, ...path].map(String).join(".");
  return issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => ({ field: name(key).slice(0, MAX_NAME), message: UNKNOWN }))
    : [{ field: name(), message: issue.message }];
}

function sentence({ field, message }: Fault): string {
  return message === UNKNOWN ? `${field} ${UNKNOWN}.` : `${field || "The body"}: ${message}.`;
}

function jsonBody(event: APIGatewayProxyEvent): unknown {
  const type = headerOf(event.headers, "content-type") ?? "application/json";
  if (!/^application\/([a-z.]+\+)?json\b/i.test(type)) {
    throw new GantryError("UnsupportedMedia", "The body must be application/json.", {
      field: "Content-Type",
    });
  }
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? "", "base64").toString("utf8")
    : (event.body ?? "");
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GantryError("InvalidInput", "The body is not valid JSON.", { field: "body", cause });
  }
}
