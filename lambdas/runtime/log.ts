import { Logger } from "@aws-lambda-powertools/logger";
import { describeError } from "#lambdas/runtime/describe-error.ts";
import { readEnv } from "#lambdas/runtime/env.ts";
import { invocation } from "#lambdas/runtime/invocation.ts";

const logger = new Logger({ serviceName: readEnv().POWERTOOLS_SERVICE_NAME || "gantry" });

/**
 * One JSON line, with the invocation it belongs to and the mission that is about. Of an error it takes what
 * {@link describeError} does: messages of foreign errors may repeat prompts, URLs with signatures or tokens.
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
