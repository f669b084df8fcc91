import { GantryError } from "#core/kernel/errors.ts";

const MAX_FRAMES = 8;

/**
 * What logs and traces may know of an error: of one of ours its code and sentence, of a foreign one its name and
 * where it came from, of their causes the same. Never a foreign message, and never a field that was added to it.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof GantryError) {
    return { code: error.code, message: error.message, ...causeOf(error) };
  }
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, stack: framesOf(error), ...causeOf(error) };
}

/** Where an error came from: the lines of its stack that are no part of its message. */
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
 * The error that leaves a function. The runtime prints it whole, and Step Functions and queues keep it: so it has
 * a code and a sentence, and neither a cause nor details.
 */
export function bareError(error: unknown): GantryError {
  return error instanceof GantryError
    ? new GantryError(error.code, error.message)
    : new GantryError("Internal", "Internal error; see the function's log.");
}

function causeOf({ cause }: Error): Record<string, unknown> {
  return cause === undefined ? {} : { cause: describeError(cause) };
}
