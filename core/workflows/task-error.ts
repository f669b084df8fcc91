import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";

const MAX_MESSAGE = 2000;

/** Converts the error of a failed Step Functions task into an error code and a message for people. */
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

/** Step Functions passes the error of a Lambda function as JSON; the message is in `errorMessage`. */
export function sentenceOf(cause: string): string {
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === "string" ? errorMessage : cause;
  } catch {
    return cause;
  }
}
