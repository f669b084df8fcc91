import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";

const MAX_MESSAGE = 2000;

/** What Step Functions tells of a failed task, as an error of the product with a sentence for people. */
export function readTaskError({ code, message }: { readonly code: string; readonly message: string }): {
  readonly code: ErrorCode;
  readonly message: string;
} {
  return { code: codeOf(code), message: sentenceOf(message).slice(0, MAX_MESSAGE) };
}

const TIMEOUTS = ["States.Timeout", "States.HeartbeatTimeout", "Sandbox.Timedout"];

function codeOf(code: string): ErrorCode {
  if (Object.hasOwn(ERRORS, code)) return code as ErrorCode;
  return TIMEOUTS.includes(code) ? "TimedOut" : "Internal";
}

/** Step Functions hands on a Lambda's error as JSON text; people want its sentence. */
function sentenceOf(cause: string): string {
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === "string" ? errorMessage : cause;
  } catch {
    return cause;
  }
}
