import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { GATEWAY_PROBLEMS } from "#core/web/gateway-problems.ts";
import type { Route } from "#lambdas/runtime/route.ts";

/** Problems that API Gateway can return for any operation. */
const ALWAYS = [
  GATEWAY_PROBLEMS.THROTTLED,
  GATEWAY_PROBLEMS.INTEGRATION_TIMEOUT,
  GATEWAY_PROBLEMS.DEFAULT_5XX,
];

/**
 * The error codes of an operation by status: those that it declares, and those that follow from its other properties.
 */
export function refusalsOf(row: Route): ReadonlyMap<number, readonly ErrorCode[]> {
  const codes = new Set<ErrorCode>([
    // For an unknown Gantry-Version or parameter, and for an Accept header without the reply's media type.
    ...(["InvalidInput", "NotAcceptable"] as const),
    ...(row.right === "public" ? [] : (["Unauthenticated", "Forbidden"] as const)),
    ...(row.method === "GET" ? [] : (["Forbidden"] as const)),
    ...(row.body ? (["TooLarge", "UnsupportedMedia"] as const) : []),
    ...(row.keyed ? (["RequestInProgress", "IdempotencyMismatch"] as const) : []),
    ...ALWAYS.map(({ code }) => code),
    ...row.refuses,
  ]);
  const statuses = [...new Set([...codes].map((code) => ERRORS[code].status))].toSorted((a, b) => a - b);
  return new Map(
    statuses.map((status) => [
      status,
      [...codes].filter((code) => ERRORS[code].status === status).toSorted(),
    ]),
  );
}
