import { Logger } from "@aws-lambda-powertools/logger";
import { describeError } from "#lambdas/runtime/describe-error.ts";
import { readEnv } from "#lambdas/runtime/env.ts";
import { invocation } from "#lambdas/runtime/invocation.ts";

const logger = new Logger({ serviceName: readEnv().POWERTOOLS_SERVICE_NAME || "gantry" });

/**
 * Writes one JSON line with the fields of the invocation. The field `error` is reduced by {@link describeError},
 * because messages of other libraries can contain prompts, signed URLs or tokens.
 */
export function log(
  level: "info" | "warn" | "error",
  message: string,
  fields: Record<string, unknown> = {},
): void {
  const { error, ...rest } = fields;
  logger[level](message, {
    ...invocation(),
    ...rest,
    ...(error === undefined ? {} : { error: describeError(error) }),
  });
}
