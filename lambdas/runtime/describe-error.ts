import { GantryError } from "#core/kernel/errors.ts";

const MAX_FRAMES = 8;

/**
 * What logs and traces may contain about an error: code and message of a GantryError, name and stack frames of any
 * other error, and the same of its causes. Never the message or added fields of other errors, which can contain
 * secrets.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof GantryError) {
    return { code: error.code, message: error.message, ...causeOf(error) };
  }
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, stack: framesOf(error), ...causeOf(error) };
}

/** The stack frames of an error, without its message. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { message, stack = "" } = error;
  return stack
    .replace(message, () => "") // Lines of a message may look like frames.
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
}

/**
 * The error that a function throws. The runtime prints it completely, and Step Functions and queues store it, so it has
 * only code and message, without cause and details.
 */
export function bareError(error: unknown): GantryError {
  return error instanceof GantryError
    ? new GantryError(error.code, error.message)
    : new GantryError("Internal", "Internal error; see the function's log.");
}

function causeOf({ cause }: Error): Record<string, unknown> {
  return cause === undefined ? {} : { cause: describeError(cause) };
}
